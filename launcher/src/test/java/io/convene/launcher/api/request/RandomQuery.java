package io.convene.launcher.api.request;

import io.convene.launcher.RandomText;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/** Query strings: as callers send them, put together from their parts, and damaged. */
final class RandomQuery {
    static final String ACCOUNT = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";

    private static final List<String> QUERIES =
            List.of(
                    "limit=7",
                    "limit=25&created_at[gte]=2026-03-02&created_at[lt]=2026-04-01",
                    "candidate_id[]=a&candidate_id[]=b",
                    "candidate_id[0]=a&candidate_id[1]=b&application_id=x,y,z",
                    "candidate_id%5B%5D=a&candidate_id%5B%5D=b",
                    "candidate_id[in]=a%2Cb&job_interview_stage_id=s-1",
                    "start_at=2026-03-02T10:00:00%2B02:00&end_at=2026-03-03",
                    "created_at=2026-03-02T10:00:00+02:00&updated=2026-01-01",
                    "updated_at[gt]=2026-03-02T10:00:00.123456789Z&updated_at[lte]=9999-12-31",
                    "truto_response_format=normalized&truto_exclude_fields[]=application.id,location",
                    "truto_ignore_limit=true&truto_ignore_remote_data=true&truto_key_by=remote_data.id",
                    "expand[]=candidate&expand[]=job_interview_stage&next_cursor=",
                    "remote_query[status]=open&remote_query[range][from]=1&remote_query[range][to]=1e5",
                    "remote_query[a][b][]=true&remote_query[n]=-12.50E%2B3&truto_response_format=raw",
                    "application_id=Zo%C3%AB%20%F0%9F%98%80&created_at[eq]=2024-02-29");
    private static final List<String> NAMES =
            List.of(
                    "integrated_account_id",
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
                    "updated",
                    "start_at",
                    "end_at");
    private static final List<String> KEYS =
            List.of(
                    "",
                    "[]",
                    "[0]",
                    "[17]",
                    "[gte]",
                    "[lte]",
                    "[gt]",
                    "[lt]",
                    "[eq]",
                    "[in]",
                    "[a]",
                    "[a][b]",
                    "%5Bgte%5D",
                    "[cursor]",
                    "[",
                    "]",
                    "[[]]");
    private static final List<String> VALUES =
            List.of(
                    "1",
                    "500",
                    "true",
                    "false",
                    "a,b",
                    ",",
                    "candidate",
                    "remote_data",
                    "raw",
                    "stream",
                    "debug",
                    "unified",
                    "2026-03-02",
                    "2026-02-30",
                    "0000-01-01",
                    "9999-12-31",
                    "2026-03-02T10:00:00Z",
                    "2026-03-02T10:00:00,5-08",
                    "0000-01-01T00:00:00%2B18:00",
                    "9999-12-31T23:59:59.999999999-18:00",
                    "2026-03-02 10:00 0530",
                    "1e99999999999",
                    "-0",
                    "1E-2147483648",
                    ACCOUNT,
                    "1-1-1-1-1");
    private static final List<String> FRAGMENTS =
            List.of(
                    "&",
                    "=",
                    "[",
                    "]",
                    "[]",
                    "][",
                    "%",
                    "%5B",
                    "%5d",
                    "%zz",
                    "%00",
                    "%0A",
                    "%7F",
                    "%C3",
                    "%FF",
                    "%ED%A0%80",
                    "%F0%9F%98%80",
                    "%C2%85",
                    "%E2%80%A8",
                    "+",
                    ",",
                    "😀",
                    "\ud83d",
                    "\u0000",
                    "\u001e",
                    "\u001f",
                    "\u0660",
                    "é",
                    "?",
                    "#",
                    ";",
                    "'",
                    "\"",
                    "\\",
                    "99999999999999999999",
                    "-1",
                    "[gte]",
                    "&limit=",
                    "&expand=",
                    "&remote_query[",
                    "e9999999999");

    private final RandomText text;
    private final List<String> cursors;

    /** Queries that go on at these cursors now and then. */
    RandomQuery(List<String> cursors) {
        List<String> good = new ArrayList<>(QUERIES);
        cursors.forEach(cursor -> good.add("limit=3&next_cursor=" + cursor));
        this.cursors = cursors;
        this.text = new RandomText(good, FRAGMENTS);
    }

    String any(RandomGenerator random) {
        if (random.nextBoolean()) {
            return text.any(random);
        }
        String made = made(random);
        return random.nextInt(4) == 0 ? text.damaged(made, random, 1) : made;
    }

    private String made(RandomGenerator random) {
        StringJoiner query = new StringJoiner("&");
        for (int left = random.nextInt(5); left > 0; left--) {
            String name = RandomText.pick(random, NAMES);
            String key = random.nextBoolean() ? "" : RandomText.pick(random, KEYS);
            String value =
                    name.equals("next_cursor")
                            ? RandomText.pick(random, cursors)
                            : RandomText.pick(random, VALUES);
            query.add(name + key + "=" + value);
        }
        return query.toString();
    }
}
