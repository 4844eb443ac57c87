package io.convene.sandbox.greenhouse;

import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a list.
 *
 * @param id the row's id
 * @param json its members
 * @param bytes how it is spelt on the wire
 * @param facts its members as values that filters compare: numbers, flags, texts, moments, days;
 *     nulls are missing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TableRow(long id, JsonObject json, byte[] bytes, Map<String, Object> facts) {

    static TableRow of(long id, JsonObject json, Json.Style style) {
        Map<String, Object> facts = new HashMap<>();
        for (JsonObject.NamedValue member : json.members()) {
            fact(member.name(), member.value()).ifPresent(fact -> facts.put(member.name(), fact));
        }
        return new TableRow(id, json, json.bytes(style), Map.copyOf(facts));
    }

    private static Optional<Object> fact(String name, Json value) {
        return switch (value) {
            case Json.StringValue text -> Optional.of(text(name, text.value()));
            case Json.Verbatim word when word.text().matches("-?\\d{1,18}") ->
                    Optional.of(Long.valueOf(word.text()));
            case Json.Verbatim word when word.text().matches("true|false") ->
                    Optional.of(Boolean.valueOf(word.text()));
            default -> Optional.empty();
        };
    }

    private static Object text(String name, String value) {
        if (name.endsWith("_at")) {
            return OffsetDateTime.parse(value).toInstant();
        }
        return name.endsWith("_on") ? LocalDate.parse(value) : value;
    }

    <T> Optional<T> fact(String column, Class<T> type) {
        return Optional.ofNullable(facts.get(column)).filter(type::isInstance).map(type::cast);
    }

    static String moment(Instant instant) {
        // Greenhouse always writes three digits of milliseconds.
        return instant.toString().length() == 20
                ? instant.toString().replace("Z", ".000Z")
                : instant.toString();
    }
}
