package io.convene.testkit.engine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.query.Filters;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.interviews.WholeList;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The first page again with one record spoilt, in several ways, and with members that nobody knows:
 * all other interviews must come as before.
 */
public final class OddRecordsCheck implements Check {
    private static final int LIMIT = 50;

    /** A change to one record's bytes. */
    private record Oddity(String name, UnaryOperator<byte[]> made) {}

    private static final List<Oddity> ODDITIES =
            List.of(
                    new Oddity(
                            "an object in place of every value",
                            record -> members(record, "{\"unexpected\":[true]}")),
                    new Oddity("null in place of every value", record -> members(record, "null")),
                    new Oddity("a list in place of every value", record -> members(record, "[[]]")),
                    new Oddity("no members", record -> "{}".getBytes(UTF_8)),
                    new Oddity("a text in its place", record -> "\"odd\"".getBytes(UTF_8)));

    @Override
    public void run(Subject subject, RuleProblems problems) {
        Filters scope = subject.scope();
        Map<String, InterviewRow> before = byId(subject.list(scope, Set.of(), LIMIT));
        for (Oddity oddity : ODDITIES) {
            Spoiler spoiler = new Spoiler(subject.listing(), oddity);
            Map<String, InterviewRow> after =
                    read(subject, scope, spoiler, "one record with " + oddity.name(), problems);
            spoiler.problem.ifPresent(problems::add);
            if (!after.isEmpty()) {
                compare(
                        before,
                        after,
                        spoiler.spoilt,
                        EnumSet.allOf(Field.class),
                        oddity.name(),
                        problems);
            }
        }
        Map<String, InterviewRow> after =
                read(subject, scope, stranger(subject.listing()), "unknown members", problems);
        if (!after.isEmpty()) {
            Set<Field> mapped = EnumSet.complementOf(EnumSet.of(Field.REMOTE_DATA));
            compare(before, after, "", mapped, "unknown members everywhere", problems);
        }
    }

    private static Map<String, InterviewRow> read(
            Subject subject,
            Filters scope,
            TamperedListing.Hand hand,
            String what,
            RuleProblems problems) {
        try {
            return byId(subject.list(scope, Set.of(), LIMIT, TamperedListing.by(hand)));
        } catch (RuntimeException e) {
            problems.add(
                    "With %s, the whole list fails with %s. An odd record must cost itself alone."
                            .formatted(what, Thrown.said(e)));
            return Map.of();
        }
    }

    private static void compare(
            Map<String, InterviewRow> before,
            Map<String, InterviewRow> after,
            String spoilt,
            Set<Field> fields,
            String name,
            RuleProblems problems) {
        before.forEach((id, row) -> {
            InterviewRow other = after.get(id);
            if (id.equals(spoilt)) {
                return;
            }
            if (other == null) {
                problems.add(
                        "With %s in one record, the interview %s is missing too."
                                .formatted(name, id));
            } else if (!row.differences(other, fields).isEmpty()) {
                problems.add(
                        "With %s in one record, the interview %s has other values of %s than before."
                                .formatted(
                                        name,
                                        id,
                                        row.differences(other, fields).stream()
                                                .map(Field::text)
                                                .toList()));
            }
        });
    }

    /** WrongValues the record in the middle of the first page. */
    private static final class Spoiler implements TamperedListing.Hand {
        private final Listing<InterviewDraft> listing;
        private final Oddity oddity;
        private String spoilt = "";
        private Optional<String> problem = Optional.empty();

        Spoiler(Listing<InterviewDraft> listing, Oddity oddity) {
            this.listing = listing;
            this.oddity = oddity;
        }

        @Override
        public VendorResponse tamper(VendorResponse response, Query query, Position position) {
            List<Item> items = listing.page(response, query, position).items();
            if (!position.equals(Position.start()) || items.isEmpty()) {
                return response;
            }
            Item item = items.get(items.size() / 2);
            if (!isPart(item, response)) {
                problem =
                        Optional.of(
                                "The items of a page are not parts of the vendor's answer, so remote_data is not the vendor's bytes: cut them out of VendorResponse.json().");
                return response;
            }
            InterviewDraft draft = InterviewDraft.empty();
            listing.map(item, query, draft);
            spoilt = draft.text(Field.ID).string();
            byte[] record = Arrays.copyOfRange(item.source(), item.start(), item.end());
            return replaced(
                    response,
                    List.of(
                            new Replacement(
                                    item.start(), item.end(), oddity.made().apply(record))));
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very same bytes, not bytes like these
    private static boolean isPart(Item item, VendorResponse response) {
        return item.source() == response.bytes();
    }

    /** Gives every record of every page a member that nobody knows. */
    private static TamperedListing.Hand stranger(Listing<InterviewDraft> listing) {
        return (response, query, position) -> {
            List<Replacement> parts = new ArrayList<>();
            for (Item item : listing.page(response, query, position).items()) {
                if (isPart(item, response) && item.isObject()) {
                    byte[] member = "\"x_unknown\":{\"since\":[2026]},".getBytes(UTF_8);
                    parts.add(new Replacement(item.start() + 1, item.start() + 1, member));
                }
            }
            return replaced(response, parts);
        };
    }

    /** Bytes in place of those from start to end. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Replacement(int start, int end, byte[] bytes) {}

    private static VendorResponse replaced(VendorResponse response, List<Replacement> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = response.bytes();
        int at = 0;
        for (Replacement part :
                parts.stream().sorted(Comparator.comparingInt(Replacement::start)).toList()) {
            if (part.start() >= at) {
                out.write(bytes, at, part.start() - at);
                out.writeBytes(part.bytes());
                at = part.end();
            }
        }
        out.write(bytes, at, bytes.length - at);
        return VendorResponse.of(response.status(), response.headers(), out.toByteArray());
    }

    private static byte[] members(byte[] record, String value) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(record))) {
            JsonObject object = reader.readObject();
            return object.keySet().stream()
                    .map(name -> Json.createValue(name) + ":" + value)
                    .collect(Collectors.joining(",", "{", "}"))
                    .getBytes(UTF_8);
        }
    }

    private static Map<String, InterviewRow> byId(WholeList listed) {
        Map<String, InterviewRow> byId = new HashMap<>();
        listed.rows().forEach(row -> byId.put(row.id(), row));
        return byId;
    }
}
