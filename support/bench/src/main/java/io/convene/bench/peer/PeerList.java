package io.convene.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Collection;

/** The parts that both mappings share. */
interface PeerList {
    /**
     * A page of unified interviews.
     *
     * @param result the interviews
     * @param cursor where the vendor's next page begins
     */
    record PeerPage(ArrayNode result, @Nullable String cursor) {}

    /** Asks the vendor for a page and maps it. */
    PeerPage page(PeerConfig.PeerAccount account, int limit, @Nullable String cursor)
            throws IOException, InterruptedException;

    /** Sets a member when there is text for it. */
    static void text(ObjectNode interview, String name, @Nullable String text) {
        if (text != null) {
            interview.put(name, text);
        }
    }

    /** Sets a member that is an object with an id, when there is one. */
    static void reference(ObjectNode interview, String name, @Nullable String id) {
        if (id != null) {
            interview.putObject(name).put("id", id);
        }
    }

    /** Sets the interviewers, when there are any. */
    static void interviewers(ObjectNode interview, Collection<String> ids) {
        if (!ids.isEmpty()) {
            ArrayNode interviewers = interview.putArray("interviewers");
            ids.forEach(id -> interviewers.addObject().put("id", id));
        }
    }

    /** The text of a value: not blank, or a number. */
    static @Nullable String text(JsonNode value) {
        if (value.isNumber()) {
            return value.asText();
        }
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
