package io.convene.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sandbox's data of an interview, or of a part of one, before it became a record. */
record Drawn(Map<String, Object> values) {
    /** The text, unless it is missing or blank. */
    Optional<String> text(String name) {
        return value(name, String.class).filter(text -> !text.isBlank());
    }

    Optional<Instant> time(String name) {
        return value(name, Instant.class);
    }

    <T> Optional<T> value(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    List<String> texts(String name) {
        return list(name).stream().map(String.class::cast).toList();
    }

    @SuppressWarnings("unchecked") // the sandbox's parts are maps of this kind
    List<Drawn> parts(String name) {
        return list(name).stream().map(part -> new Drawn((Map<String, Object>) part)).toList();
    }

    private List<?> list(String name) {
        return (List<?>) values.getOrDefault(name, List.of());
    }
}
