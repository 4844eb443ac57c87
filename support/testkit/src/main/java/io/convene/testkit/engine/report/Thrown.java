package io.convene.testkit.engine.report;

import io.convene.core.spi.VendorException;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Exceptions as text, with the place in the bundle that they come from. */
public final class Thrown {
    private static final int MOST_CAUSES = 16;

    private Thrown() {}

    /** Kind or class, message and, where there is one, the bundle's own line. */
    public static String said(Throwable thrown) {
        if (thrown instanceof ContractViolation fault) {
            return String.valueOf(fault.getMessage());
        }
        if (thrown instanceof VendorException failure) {
            return "VendorException %s: %s".formatted(failure.kind(), failure.getMessage());
        }
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return thrown.getClass().getName() + message + place(thrown);
    }

    /** The innermost frame of a stack that is in a module of the bundle. */
    public static Optional<String> place(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(Thrown::isBundles)
                .map(frame ->
                        "%s.%s(%s:%d)"
                                .formatted(
                                        frame.getClassName(),
                                        frame.getMethodName(),
                                        frame.getFileName(),
                                        frame.getLineNumber()))
                .findFirst();
    }

    private static String place(Throwable thrown) {
        return Stream.iterate(thrown, one -> one != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .flatMap(one -> place(one.getStackTrace()).stream())
                .reduce((outer, inner) -> inner)
                .map(" at "::concat)
                .orElse("");
    }

    /** A bundle's modules are neither the JDK's nor in the layer of the host and the kit. */
    private static boolean isBundles(StackTraceElement frame) {
        String module = frame.getModuleName();
        if (module == null || module.startsWith("java.") || module.startsWith("jdk.")) {
            return false;
        }
        ModuleLayer own = Thrown.class.getModule().getLayer();
        return frame.getClassLoaderName() == null
                && (own == null
                        || own.modules().stream().noneMatch(one -> one.getName().equals(module)));
    }
}
