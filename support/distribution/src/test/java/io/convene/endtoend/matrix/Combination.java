package io.convene.endtoend.matrix;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A format and the other parameters of a request.
 *
 * @param lines whether {@code Accept: application/x-ndjson} is sent
 * @param keyBy whether {@code truto_key_by} is
 * @param all whether {@code truto_ignore_limit} is
 * @param expand whether {@code expand} is
 * @param local whether a filter is sent that Convene evaluates itself
 */
record Combination(
        String format, boolean lines, boolean keyBy, boolean all, boolean expand, boolean local) {
    /** The earliest time that the local filters let pass. */
    static final String FROM = "2026-09-01T00:00:00Z";

    static final int LIMIT = 5;
    static final List<String> FORMATS = List.of("unified", "normalized", "debug", "raw", "stream");

    /**
     * A field that costs extra calls, or for integrations without such a field one that is always
     * filled.
     */
    static final Map<String, String> EXPANDED =
            Map.of(
                    "ashby", "candidate",
                    "ceipal", "candidate",
                    "fountain", "job_interview_stage",
                    "greenhouse", "candidate");

    /** All of them, in the order of the page. */
    static List<Combination> every() {
        List<Combination> all = new ArrayList<>();
        for (String format : FORMATS) {
            for (int bits = 0; bits < 32; bits++) {
                all.add(
                        new Combination(
                                format,
                                (bits & 16) != 0,
                                (bits & 8) != 0,
                                (bits & 4) != 0,
                                (bits & 2) != 0,
                                (bits & 1) != 0));
            }
        }
        return all;
    }

    boolean isMapped() {
        return !format.equals("raw") && !format.equals("stream");
    }

    /** Whether the answer holds all interviews. */
    boolean isWhole() {
        return lines || all;
    }

    /** The parameters for that integration, each after an ampersand. */
    String query(String integration) {
        return "&truto_response_format="
                + format
                + (lines ? "" : "&limit=" + LIMIT)
                + (keyBy ? "&truto_key_by=id" : "")
                + (all ? "&truto_ignore_limit=true" : "")
                + (expand ? "&expand[]=" + EXPANDED.get(integration) : "")
                + (local ? filter(integration) : "");
    }

    /** A filter that Convene evaluates itself; for Greenhouse that takes two. */
    static String filter(String integration) {
        return integration.equals("greenhouse")
                ? "&updated_at=2000-01-01&created_at[gte]=" + encode(FROM, UTF_8)
                : "&start_at[gte]=" + encode(FROM, UTF_8);
    }

    /** The field that the local filter is about. */
    static String filtered(String integration) {
        return integration.equals("greenhouse") ? "created_at" : "start_at";
    }

    /** The required result: the form of {@code result}, or the message of the refusal. */
    String expected() {
        if (lines && keyBy) {
            return both(
                    "application/x-ndjson",
                    "truto_key_by, which makes one object of all interviews");
        }
        if (!isMapped()) {
            String own = "the " + format + " format, which ";
            if (lines) {
                return both("application/x-ndjson", own + "is one vendor answer as it is");
            }
            if (all) {
                return both("truto_ignore_limit", own + "is one vendor answer as it is");
            }
            if (keyBy) {
                return both("truto_key_by", own + "maps no records");
            }
            if (expand) {
                return both("expand", own + "makes no side calls");
            }
            if (local) {
                return "The filter '…' is evaluated by Convene, so the "
                        + format
                        + " format cannot apply it; leave it out or use the unified format.";
            }
            return format.equals("raw") ? "vendor's response" : "vendor's body";
        }
        if (format.equals("debug") && isWhole()) {
            return both(
                    lines ? "application/x-ndjson" : "truto_ignore_limit",
                    "the debug format, which tells of one complete answer");
        }
        String much = isWhole() ? ", all" : "";
        return lines ? "lines" + much : keyBy ? "object" + much : "array" + much;
    }

    private static String both(String one, String other) {
        return "The request has both " + one + " and " + other + "; leave out one of them.";
    }
}
