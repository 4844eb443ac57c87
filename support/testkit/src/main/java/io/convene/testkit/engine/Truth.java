package io.convene.testkit.engine;

import io.convene.core.Field;
import io.convene.core.InterviewStatus;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the author says of the interviews, read by nothing that reads a bundle's. */
final class Truth {
    private static final String REMOTE = ",\"remote_data\":";

    private Truth() {}

    /**
     * The interviews in these documents.
     *
     * @param ids those that there must be
     * @throws IllegalArgumentException when a document is no unified interview, or not each of them
     *     is there once
     */
    static List<Row> read(List<String> documents, List<String> ids) {
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String document : documents) {
            Row row = row(document.strip());
            rows.add(row);
            if (!seen.add(row.id())) {
                throw new IllegalArgumentException("truth() has " + row.id() + " twice.");
            }
        }
        if (!rows.isEmpty() && !seen.equals(new HashSet<>(ids))) {
            throw new IllegalArgumentException(
                    "truth() has "
                            + rows.size()
                            + " interviews, which are not the "
                            + ids.size()
                            + " of interviewIds().");
        }
        return rows;
    }

    private static Row row(String document) {
        int at = document.indexOf(REMOTE);
        String unified = at < 0 ? document : document.substring(0, at) + "}";
        Map<Field, String> values = new EnumMap<>(Field.class);
        try (JsonReader reader = Json.createReader(new StringReader(unified))) {
            for (Map.Entry<String, JsonValue> member : reader.readObject().entrySet()) {
                Field field = field(member.getKey());
                values.put(field, value(field, member.getValue()));
            }
        } catch (JsonException
                | ClassCastException
                | DateTimeException
                | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "truth() has " + Row.shortened(unified, 0) + ": " + e.getMessage(), e);
        }
        if (at >= 0) {
            String bytes = document.substring(at + REMOTE.length(), document.length() - 1);
            values.put(Field.REMOTE_DATA, bytes.strip());
        }
        if (!values.containsKey(Field.ID)) {
            throw new IllegalArgumentException("truth() has an interview without an id.");
        }
        return Row.of(values);
    }

    private static String value(Field field, JsonValue value) {
        return switch (field) {
            case ID, LOCATION -> ((JsonString) value).getString();
            case APPLICATION, CANDIDATE, JOB_INTERVIEW_STAGE, ORGANIZER -> id(value);
            case INTERVIEWERS -> Row.joined(((JsonArray) value).stream().map(Truth::id).toList());
            case START_AT, END_AT, CREATED_AT, UPDATED_AT ->
                    OffsetDateTime.parse(((JsonString) value).getString()).toInstant().toString();
            case STATUS -> status(((JsonString) value).getString());
            case REMOTE_DATA ->
                    throw new IllegalArgumentException(
                            "remote_data must be the last member, written as " + REMOTE);
        };
    }

    private static String id(JsonValue value) {
        JsonObject object = (JsonObject) value;
        return object.getJsonString("id").getString();
    }

    private static String status(String text) {
        return InterviewStatus.valueOf(text.toUpperCase(Locale.ROOT)).text();
    }

    private static Field field(String name) {
        return Arrays.stream(Field.values())
                .filter(field -> field.text().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no field '" + name + "'."));
    }
}
