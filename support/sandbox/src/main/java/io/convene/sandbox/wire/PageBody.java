package io.convene.sandbox.wire;

import jakarta.json.Json;
import jakarta.json.JsonReader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts records between a head and a tail, byte for byte unless a twist says otherwise. */
public final class PageBody {

    private static final Pattern STATUS =
            Pattern.compile(
                    "(\"(?:interview_)?status\"\\s*:\\s*|\"showed_up\"\\s*:\\s*)(\"[^\"]*\"|true|false|null)");

    private PageBody() {}

    public static byte[] write(String head, List<byte[]> records, String tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < records.size(); i++) {
            out.writeBytes(i == 0 ? new byte[0] : new byte[] {','});
            out.writeBytes(records.get(i));
        }
        out.writeBytes(tail.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** The records as the twist leaves them. */
    public static List<byte[]> twisted(PageFault twist, List<byte[]> records) {
        return switch (twist) {
            case NONE, REPEATED_CURSOR, CAPPED_PAGES -> records;
            case EMPTY_PAGE -> List.of();
            case UNMAPPABLE -> oneBroken(records);
            case UNKNOWN -> records.stream().map(PageBody::estranged).toList();
        };
    }

    private static List<byte[]> oneBroken(List<byte[]> records) {
        List<byte[]> broken = new ArrayList<>(records);
        if (!broken.isEmpty()) {
            int middle = broken.size() / 2;
            broken.set(middle, broken(broken.get(middle)));
        }
        return broken;
    }

    private static byte[] broken(byte[] record) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(record))) {
            JsonObject broken = io.convene.sandbox.wire.Json.object();
            reader.readObject()
                    .keySet()
                    .forEach(name ->
                            broken.put(
                                    name,
                                    io.convene.sandbox.wire.Json.verbatim(
                                            "{\"unexpected\":[true]}")));
            return broken.bytes();
        }
    }

    private static byte[] estranged(byte[] record) {
        // One byte per character, so that nothing but the status changes.
        String text = new String(record, StandardCharsets.ISO_8859_1);
        String renamed = STATUS.matcher(text).replaceFirst("$1\"SomethingNew\"");
        return ("{\"x_new\":{\"since\":2026,\"of\":[\"what\"]}," + renamed.substring(1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
