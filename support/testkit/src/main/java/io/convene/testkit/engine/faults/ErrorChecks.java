package io.convene.testkit.engine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Connection;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;
import io.convene.testkit.engine.host.Facts;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The results of answers that are not a page, and of positions that are invalid. */
public final class ErrorChecks {
    private static final String HTML =
            "<!DOCTYPE html><html><body><h1>Something went wrong</h1></body></html>";
    private static final List<String> BODIES =
            List.of("{\"message\":\"Something went wrong\"}", "Something went wrong", HTML, "");
    private static final Map<Integer, Kind> STATUSES = statuses();

    private ErrorChecks() {}

    public static void errors(Subject subject, RuleProblems problems) {
        Listing<InterviewDraft> listing = subject.listing();
        Query query = subject.query(subject.scope(), Set.of(), 50);
        VendorResponse good = subject.vendor().send(listing.request(query, Position.start()));
        listing.page(good, query, Position.start());
        AnswerReader page = response -> listing.page(response, query, Position.start());
        statuses(page, "page()", kinds(subject), problems);
        unusable(page, "page()", good.bytes(), problems);
        subject.facts()
                .refusals()
                .forEach((kind, replies) ->
                        replies.forEach(reply ->
                                expect(
                                        () -> page.read(reply),
                                        "For the vendor's own "
                                                + reply.status()
                                                + " "
                                                + Facts.quoted(reply.bytes())
                                                + " page()",
                                        Set.of(kind),
                                        problems)));
        if (subject.authentication().isToken()) {
            Connection connection = subject.connection();
            AnswerReader token = response -> subject.provider().token(response, connection);
            statuses(token, "token()", kinds(subject), problems);
            unusable(token, "token()", "{\"access_token\":\"abc\",\"".getBytes(UTF_8), problems);
        }
    }

    /** Reads an answer. */
    private interface AnswerReader {
        Object read(VendorResponse response);
    }

    private static void statuses(
            AnswerReader reading, String method, Map<Integer, Kind> kinds, RuleProblems problems) {
        kinds.forEach((status, kind) -> {
            for (String body : BODIES) {
                Optional<VendorException> thrown =
                        expect(
                                () -> reading.read(response(status, body)),
                                "For HTTP " + status + " with " + said(body) + " " + method,
                                expected(status, kind, body, method),
                                problems);
                if (kind == Kind.RATE_LIMITED
                        && thrown.isPresent()
                        && !thrown.get().retryAfter().equals(Optional.of(Duration.ofSeconds(7)))) {
                    problems.add(
                            "For HTTP 429 with Retry-After: 7 %s must ask to wait for 7 s and asks for %s: use VendorException.rateLimited with VendorResponse.retryAfter()."
                                    .formatted(
                                            method,
                                            thrown.get()
                                                    .retryAfter()
                                                    .map(wait -> wait.toSeconds() + " s")
                                                    .orElse("no time")));
                }
            }
        });
    }

    private static Set<Kind> expected(int status, Kind kind, String body, String method) {
        Set<Kind> expected = EnumSet.of(kind);
        if (status == 400 && method.startsWith("token")) {
            // An authorisation server has one 400 for all that is wrong.
            expected.addAll(Set.of(Kind.REJECTED, Kind.BAD_CREDENTIALS));
        }
        if (body.equals(HTML)) {
            // A firewall's page says nothing for the vendor: the usual meaning holds as well.
            expected.add(STATUSES.getOrDefault(status, kind));
        }
        return expected;
    }

    private static void unusable(
            AnswerReader reading, String method, byte[] good, RuleProblems problems) {
        for (String body : List.of(HTML, "", "Something went wrong")) {
            expect(
                    () -> reading.read(response(200, body)),
                    "For HTTP 200 with " + said(body) + " " + method,
                    Set.of(Kind.UNUSABLE_ANSWER),
                    problems);
        }
        expect(
                () ->
                        reading.read(
                                VendorResponse.of(
                                        200, Map.of(), Arrays.copyOf(good, good.length / 2))),
                "For an answer that was cut in the middle " + method,
                Set.of(Kind.UNUSABLE_ANSWER),
                problems);
        for (String body :
                List.of("null", "42", "\"text\"", "{\"error\":\"Something went wrong\"}")) {
            expect(
                    () -> reading.read(response(200, body)),
                    "For HTTP 200 with "
                            + said(body)
                            + ", which is not a page but a hidden error, "
                            + method,
                    Set.of(Kind.values()),
                    problems);
        }
    }

    private static Optional<VendorException> expect(
            Runnable action, String subject, Set<Kind> kinds, RuleProblems problems) {
        String expected =
                kinds.size() == Kind.values().length
                        ? "a VendorException"
                        : "a VendorException of kind "
                                + String.join(
                                        " or ", kinds.stream().map(Kind::name).sorted().toList());
        try {
            action.run();
        } catch (VendorException e) {
            if (!kinds.contains(e.kind())) {
                problems.add(
                        "%s must throw %s and throws one of kind %s."
                                .formatted(subject, expected, e.kind()));
            }
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                problems.add(subject + " throws a VendorException without a message.");
            }
            return Optional.of(e);
        } catch (RuntimeException e) {
            problems.add(
                    "%s must throw %s and throws %s.".formatted(subject, expected, Thrown.said(e)));
            return Optional.empty();
        }
        problems.add(subject + " must throw " + expected + " and returns.");
        return Optional.empty();
    }

    private static VendorResponse response(int status, String body) {
        Map<String, List<String>> headers =
                status == 429 ? Map.of("Retry-After", List.of("7")) : Map.of();
        return VendorResponse.of(status, headers, body.getBytes(UTF_8));
    }

    private static String said(String body) {
        return body.isEmpty() ? "no body" : body.equals(HTML) ? "HTML" : body;
    }

    private static Map<Integer, Kind> kinds(Subject subject) {
        Map<Integer, Kind> kinds = new LinkedHashMap<>(STATUSES);
        kinds.putAll(subject.facts().statuses());
        return kinds;
    }

    private static Map<Integer, Kind> statuses() {
        Map<Integer, Kind> statuses = new LinkedHashMap<>();
        statuses.put(400, Kind.REJECTED);
        statuses.put(401, Kind.BAD_CREDENTIALS);
        statuses.put(403, Kind.NOT_ALLOWED);
        statuses.put(404, Kind.NOT_FOUND);
        statuses.put(422, Kind.REJECTED);
        statuses.put(429, Kind.RATE_LIMITED);
        statuses.put(500, Kind.UNAVAILABLE);
        statuses.put(502, Kind.UNAVAILABLE);
        statuses.put(503, Kind.UNAVAILABLE);
        return statuses;
    }
}
