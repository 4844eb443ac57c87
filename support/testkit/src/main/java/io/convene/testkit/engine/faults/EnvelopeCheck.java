package io.convene.testkit.engine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Field;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.query.Filters;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.IdLists;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.interviews.WholeList;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The first page again with its document spoilt, member by member and as a whole: the bundle must
 * give the same interviews or refuse the page.
 */
public final class EnvelopeCheck {
    private static final int LIMIT = 50;
    private static final int ENOUGH = 150;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Subject subject;
    private final RuleProblems problems;
    private final Filters scope;
    private final Map<String, InterviewRow> before = new HashMap<>();
    private final AtomicReference<VendorResponse> first = new AtomicReference<>();
    private final AtomicReference<VendorResponse> last = new AtomicReference<>();

    private EnvelopeCheck(Subject subject, RuleProblems problems) {
        this.subject = subject;
        this.problems = problems;
        List<InterviewRow> rows = subject.list(subject.scope(), Set.of(), LIMIT).rows();
        this.scope = subject.scope(rows, ENOUGH);
    }

    public static void examine(Subject subject, RuleProblems problems) {
        new EnvelopeCheck(subject, problems).run();
    }

    private void run() {
        TamperedListing.Hand noting =
                (response, query, position) -> {
                    first.compareAndSet(null, response);
                    last.set(response);
                    return response;
                };
        read(noting).rows().forEach(row -> before.put(row.id(), row));
        VendorResponse page = first.get();
        VendorResponse end = last.get();
        if (page == null || end == null) {
            return;
        }
        whole(page.bytes());
        Envelope.of(page)
                .ifPresent(envelope -> {
                    Optional<Envelope> atEnd = Envelope.of(end);
                    for (List<String> path : envelope.paths()) {
                        WrongValues.of(envelope.written(path), atEnd.map(one -> one.written(path)))
                                .forEach((name, value) ->
                                        examine(
                                                "With %s in '%s' of the first page"
                                                        .formatted(name, String.join(".", path)),
                                                envelope.with(path, value),
                                                false));
                    }
                });
    }

    private void whole(byte[] bytes) {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("With the first page cut in the middle", Arrays.copyOf(bytes, bytes.length / 2));
        bodies.put(
                "With the last byte of the first page cut off",
                Arrays.copyOf(bytes, Math.max(0, bytes.length - 1)));
        bodies.put("With an empty body as the first page", new byte[0]);
        bodies.put("With null as the first page", "null".getBytes(UTF_8));
        bodies.put("With a text as the first page", "\"page\"".getBytes(UTF_8));
        bodies.forEach((said, body) -> examine(said, body, false));
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.writeBytes(BYTE_ORDER_MARK);
        marked.writeBytes(bytes);
        examine("With a byte order mark in front of the first page", marked.toByteArray(), true);
    }

    private void examine(String said, byte[] body, boolean mustBeRead) {
        WholeList after;
        try {
            after =
                    read((response, query, position) ->
                            position.equals(Position.start())
                                    ? VendorResponse.of(response.status(), response.headers(), body)
                                    : response);
        } catch (VendorException e) {
            if (mustBeRead) {
                problems.add("%s, the list fails with %s".formatted(said, Thrown.said(e)));
            }
            return;
        } catch (RuntimeException e) {
            problems.add(
                    "%s, the list fails with %s. Throw a VendorException of kind UNUSABLE_ANSWER, or do without the member."
                            .formatted(said, Thrown.said(e)));
            return;
        }
        if (!after.partial()) {
            compare(said, after.rows());
        }
    }

    private void compare(String said, List<InterviewRow> rows) {
        IdLists.compare(
                before.keySet().stream().sorted().toList(),
                IdLists.of(rows),
                said,
                "The answer looks complete: throw a VendorException of kind UNUSABLE_ANSWER when a page cannot be read.",
                problems);
        for (InterviewRow row : rows) {
            InterviewRow expected = before.getOrDefault(row.id(), row);
            for (Field field : expected.differences(row, Set.of(Field.values()))) {
                // Values that an envelope carries next to the records may be lost with it, not
                // changed.
                if (field != Field.REMOTE_DATA && row.value(field).isPresent()) {
                    problems.add(
                            "%s, the interview %s has another value in %s: %s instead of %s."
                                    .formatted(
                                            said,
                                            row.id(),
                                            field.text(),
                                            row.value(field).orElse("none"),
                                            expected.value(field).orElse("none")));
                }
            }
        }
    }

    private WholeList read(TamperedListing.Hand hand) {
        return subject.list(scope, Set.of(), LIMIT, TamperedListing.by(hand));
    }
}
