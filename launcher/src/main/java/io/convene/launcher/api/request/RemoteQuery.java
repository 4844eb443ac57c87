package io.convene.launcher.api.request;

import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.QuotedText;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code remote_query[…]}: the members that a caller passes to the vendor unchanged. */
final class RemoteQuery {
    /** Credentials and paging belong to Convene, whatever the vendor's names for them are. */
    private static final Set<String> RESERVED =
            Set.of(
                    "cursor",
                    "nextcursor",
                    "next_cursor",
                    "page",
                    "per_page",
                    "limit",
                    "skip_count",
                    "api_key",
                    "apikey",
                    "api_token",
                    "access_token",
                    "token",
                    "client_id",
                    "client_secret",
                    "password",
                    "authorization");

    private RemoteQuery() {}

    /** Collects the parameters of one request. */
    static final class Reader {
        private final Map<String, String> members = new TreeMap<>();

        void add(QueryString.Parameter parameter) {
            if (parameter.keys().isEmpty() || parameter.keys().getFirst().isEmpty()) {
                throw new ApiException(
                        400,
                        "The parameter '%s' needs a name in brackets; write it like remote_query[name]=x."
                                .formatted(QuotedText.cut(parameter.label())));
            }
            String name = parameter.keys().getFirst();
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                throw new ApiException(
                        400,
                        "The parameter 'remote_query["
                                + QuotedText.cut(name)
                                + "]' is reserved: paging and credentials belong to Convene; use limit and next_cursor.");
            }
            StringBuilder label = new StringBuilder(name);
            parameter
                    .keys()
                    .subList(1, parameter.keys().size())
                    .forEach(key -> label.append('[').append(key).append(']'));
            if (members.put(label.toString(), parameter.value()) != null) {
                throw new ApiException(
                        400,
                        "The parameter '"
                                + QuotedText.cut(parameter.label())
                                + "' is given twice; send it once.");
            }
        }

        /** The members by name, such as {@code status} or {@code range[from]}. */
        Map<String, String> members() {
            return new LinkedHashMap<>(members);
        }
    }
}
