package io.convene.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** An opaque cursor: its parts, guarded against invention and mutilation by a checksum. */
public final class CheckedCursor {

    private static final String SEPARATOR = "\u001f";

    private CheckedCursor() {}

    public static String write(List<String> parts) {
        String body = String.join(SEPARATOR, parts);
        String guarded = checksum(body) + SEPARATOR + body;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(guarded.getBytes(StandardCharsets.UTF_8));
    }

    /** The parts, or nothing when the text is not a cursor of ours. */
    public static Optional<List<String>> read(String text) {
        try {
            String guarded =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = guarded.indexOf(SEPARATOR);
            if (end < 0
                    || !guarded.substring(0, end).equals(checksum(guarded.substring(end + 1)))) {
                return Optional.empty();
            }
            return Optional.of(List.of(guarded.substring(end + 1).split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
