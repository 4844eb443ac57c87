package io.convene.launcher.providers;

import io.convene.core.spi.VendorException;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Binds vendors' side documents to a bundle's types. One per generation, because a {@code Jsonb}
 * keeps every class it has seen. Thread-safe.
 */
final class Binder implements AutoCloseable {
    private static final Pattern PROPERTY = Pattern.compile("property '?([A-Za-z0-9_.-]{1,64})'?");

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private @Nullable Jsonb jsonb;

    /**
     * Binds a JSON document to a public type.
     *
     * @throws VendorException of kind UNUSABLE_ANSWER when it does not fit
     */
    <T> T bind(byte[] json, Class<T> type) {
        Jsonb binding = jsonb();
        @Nullable T bound;
        try {
            bound = binding.fromJson(withoutMark(json), type);
        } catch (RuntimeException e) {
            throw unusable(type, property(e));
        }
        if (bound == null) {
            throw unusable(type, "");
        }
        return bound;
    }

    /** The document without a byte order mark in front of it, which Yasson refuses. */
    private static InputStream withoutMark(byte[] json) {
        boolean marked = json.length >= MARK.length && Arrays.equals(json, 0, 3, MARK, 0, 3);
        int start = marked ? MARK.length : 0;
        return new ByteArrayInputStream(json, start, json.length - start);
    }

    private synchronized Jsonb jsonb() {
        Jsonb made = jsonb;
        if (made == null) {
            made = JsonbBuilder.create();
            jsonb = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        Jsonb made = jsonb;
        jsonb = null;
        if (made != null) {
            try {
                made.close();
            } catch (Exception e) {
                // It holds only memory.
            }
        }
    }

    // Only the property is named: the message may quote the document, and the cause holds the type.
    private static String property(RuntimeException e) {
        Matcher matcher = PROPERTY.matcher(String.valueOf(e.getMessage()));
        return matcher.find() ? " at the property " + matcher.group(1) : "";
    }

    private static VendorException unusable(Class<?> type, String where) {
        return new VendorException(
                VendorException.Kind.UNUSABLE_ANSWER,
                "The vendor's answer does not fit " + type.getSimpleName() + where + ".");
    }
}
