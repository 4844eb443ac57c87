package io.convene.endtoend.matrix;

import static java.util.stream.Collectors.joining;

import io.convene.endtoend.Formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which ways of answering one request asks for together; asked of an integration that has all. */
record Together(boolean lines, boolean wholeList, boolean keyBy, boolean expand, boolean local) {
    private static final int SWITCHES = 5;

    /** Every combination. */
    static List<Together> all() {
        return IntStream.range(0, 1 << SWITCHES)
                .mapToObj(bits ->
                        new Together(
                                (bits & 1) != 0,
                                (bits & 2) != 0,
                                (bits & 4) != 0,
                                (bits & 8) != 0,
                                (bits & 16) != 0))
                .toList();
    }

    String label() {
        String all =
                Stream.of(
                                lines ? "NDJSON" : "",
                                wholeList ? "`truto_ignore_limit`" : "",
                                keyBy ? "`truto_key_by`" : "",
                                expand ? "`expand`" : "",
                                local ? "a local filter" : "")
                        .filter(name -> !name.isEmpty())
                        .collect(joining(", "));
        return all.isEmpty() ? "none" : all;
    }

    Map<String, Object> query(String format) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("truto_response_format", format);
        if (wholeList) {
            query.put("truto_ignore_limit", true);
        }
        if (keyBy) {
            query.put("truto_key_by", "id");
        }
        if (expand) {
            query.put("expand", List.of("candidate"));
        }
        if (local) {
            query.put("start_at", Map.of("gte", "2020-01-01"));
        }
        return query;
    }

    Cell cell(String format) {
        boolean handedOn = Formats.HANDED_ON.contains(format);
        boolean complete = handedOn || format.equals("debug");
        List<String> reasons = new ArrayList<>();
        List<String> words = new ArrayList<>();
        if (lines && (complete || keyBy)) {
            reasons.add(complete ? "NDJSON" : "NDJSON with `truto_key_by`");
            words.add("both application/x-ndjson and");
        }
        if (wholeList && complete) {
            reasons.add("`truto_ignore_limit`");
            words.add("both truto_ignore_limit and");
        }
        if (keyBy && handedOn) {
            reasons.add("`truto_key_by`");
            words.add("both truto_key_by and");
        }
        if (expand && handedOn) {
            reasons.add("`expand`");
            words.add("both expand and");
        }
        if (local && handedOn) {
            reasons.add("the local filter");
            words.add("format cannot apply it");
        }
        return reasons.isEmpty()
                ? Cell.works("works", local ? "start_at=local" : "")
                : Cell.refused(String.join(", ", reasons), words.toArray(String[]::new));
    }
}
