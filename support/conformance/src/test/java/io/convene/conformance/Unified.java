package io.convene.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One interview as the endpoint must answer it, written member by member. */
final class Unified {
    private final List<String> members = new ArrayList<>();

    /** A member that is an object with an id. */
    Unified reference(String name, Optional<String> id) {
        id.ifPresent(text -> member(name, "{\"id\":" + quoted(text) + "}"));
        return this;
    }

    /** The interviewers, each once. */
    Unified interviewers(List<String> ids) {
        List<String> each =
                ids.stream().distinct().map(id -> "{\"id\":" + quoted(id) + "}").toList();
        if (!each.isEmpty()) {
            member("interviewers", "[" + String.join(",", each) + "]");
        }
        return this;
    }

    Unified text(String name, Optional<String> value) {
        value.ifPresent(text -> member(name, quoted(text)));
        return this;
    }

    Unified time(String name, Optional<Instant> value) {
        return text(name, value.map(Instant::toString));
    }

    /** The whole, with the vendor's bytes at its end. */
    String with(String remoteData) {
        return "{" + String.join(",", members) + ",\"remote_data\":" + remoteData + "}";
    }

    private void member(String name, String json) {
        members.add(quoted(name) + ":" + json);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
