package io.convene.endtoend.wire;

import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/** Queries as callers send them, right and wrong, without the line ends that end a request. */
final class OddQuery {
    private static final List<String> NAMES =
            List.of(
                    "limit",
                    "next_cursor",
                    "truto_response_format",
                    "truto_key_by",
                    "truto_ignore_limit",
                    "truto_ignore_remote_data",
                    "truto_exclude_fields",
                    "expand",
                    "remote_query",
                    "application_id",
                    "candidate_id",
                    "job_interview_stage_id",
                    "created_at",
                    "updated_at",
                    "start_at",
                    "end_at",
                    "nonsense");
    private static final List<String> KEYS =
            List.of("[]", "[0]", "[gte]", "[lt]", "[in]", "[a]", "[a][b]", "%5Bgt%5D", "[", "]");
    private static final List<String> VALUES =
            List.of(
                    "1",
                    "7",
                    "500",
                    "true",
                    "false",
                    "a,b",
                    "candidate",
                    "remote_data",
                    "id",
                    "raw",
                    "stream",
                    "normalized",
                    "unified",
                    "2026-03-02",
                    "2026-02-30",
                    "0000-01-01",
                    "9999-12-31",
                    "2026-03-02T10:00:00Z",
                    "0000-01-01T00:00:00%2B18:00",
                    "9999-12-31T23:59:59.999999999-18:00",
                    "1e99999999999",
                    "AQAA",
                    "%00",
                    "%0D%0A",
                    "%FF",
                    "%ED%A0%80",
                    "%",
                    "é😀",
                    "\t",
                    " ",
                    "\u0001",
                    "\"<'\\",
                    "#");

    private OddQuery() {}

    /** One for that account, mostly of few parameters. */
    static String any(RandomGenerator random, String accountId) {
        StringJoiner query = new StringJoiner("&");
        if (random.nextInt(20) > 0) {
            query.add("integrated_account_id=" + accountId);
        }
        for (int left = random.nextInt(4); left > 0; left--) {
            String name = pick(random, NAMES);
            String key = random.nextInt(3) > 0 ? "" : pick(random, KEYS);
            query.add(name + key + "=" + pick(random, VALUES));
        }
        return random.nextInt(10) == 0 ? damaged(query.toString(), random) : query.toString();
    }

    private static String damaged(String query, RandomGenerator random) {
        int at = random.nextInt(query.length() + 1);
        int end = Math.min(query.length(), at + random.nextInt(4));
        String between =
                random.nextInt(5) == 0
                        ? "x[]=1&".repeat(random.nextInt(3_000))
                        : pick(random, VALUES).repeat(random.nextInt(9));
        return query.substring(0, at) + between + query.substring(end);
    }

    private static <T> T pick(RandomGenerator random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
