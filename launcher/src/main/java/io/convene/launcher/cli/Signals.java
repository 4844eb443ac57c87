package io.convene.launcher.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Signals of the operating system, by the JDK's {@code sun.misc.Signal}: a shutdown hook neither
 * decides the exit code nor notices a second signal. The class is looked up by name, because javac
 * warns of its use and the warning cannot be silenced.
 */
final class Signals {
    private Signals() {}

    /**
     * Runs an action for each signal of that name, on a thread of its own, instead of ending the
     * process.
     *
     * @param name the signal's name without SIG, such as {@code TERM}
     * @return whether that is so; false where the JVM leaves signals alone ({@code -Xrs})
     */
    static boolean on(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandle run =
                    MethodHandles.lookup()
                            .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                            .bindTo(action);
            Object handling =
                    MethodHandleProxies.asInterfaceInstance(
                            handler, MethodHandles.dropArguments(run, 0, signal));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
