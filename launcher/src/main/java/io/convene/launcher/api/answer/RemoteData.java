package io.convene.launcher.api.answer;

import io.convene.core.Item;
import io.convene.launcher.http.JsonBuffer;

import java.util.List;
import java.util.Map;

/**
 * The vendor's bytes for one record. Members joined from other calls go in before the last brace,
 * so that taking them out restores the bytes.
 */
final class RemoteData {
    private RemoteData() {}

    static void write(JsonBuffer out, Item item) {
        Map<String, List<Item>> spliced = item.spliced();
        if (spliced.isEmpty() || !item.isObject()) {
            out.span(item.source(), item.start(), item.end());
            return;
        }
        out.span(item.source(), item.start(), item.end() - 1);
        boolean empty = isEmptyObject(item);
        for (Map.Entry<String, List<Item>> member : spliced.entrySet()) {
            out.ascii(empty ? "" : ",").string(member.getKey()).ascii(":[");
            empty = false;
            boolean firstRow = true;
            for (Item row : member.getValue()) {
                out.ascii(firstRow ? "" : ",").span(row.source(), row.start(), row.end());
                firstRow = false;
            }
            out.ascii(']');
        }
        out.ascii('}');
    }

    private static boolean isEmptyObject(Item item) {
        for (int i = item.start() + 1; i < item.end() - 1; i++) {
            if (item.source()[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
