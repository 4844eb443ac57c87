package io.convene.launcher.providers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Objects;

/**
 * Notices that the JVM has unloaded classes since the witness was made, without asking it to: a
 * class that nothing refers to is gone as soon as it has. A generation that was released before and
 * is still there is then held by something.
 */
final class UnloadingWitness {
    private static final byte[] MARKER = read();

    private final WeakReference<ClassLoader> loader = new WeakReference<>(new MarkerLoader());

    /** The class that is loaded once more for each witness. */
    static final class Marker {
        private Marker() {}
    }

    /**
     * A class loader with a class is kept until classes are unloaded; one without may go sooner.
     */
    private static final class MarkerLoader extends ClassLoader {
        MarkerLoader() {
            super(null);
            defineClass(Marker.class.getName(), MARKER, 0, MARKER.length);
        }
    }

    /** Whether classes were unloaded since. */
    boolean sawUnloading() {
        return loader.refersTo(null);
    }

    private static byte[] read() {
        String file = "UnloadingWitness$Marker.class";
        try (InputStream in = UnloadingWitness.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
