package io.convene.launcher.api.request;

import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.QuotedText;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The parameters of one value that a request has. */
final class SingleParameters {
    private final boolean one;
    private final IgnoredParameters ignored;
    private final Map<String, String> values = new TreeMap<>();

    /**
     * None yet.
     *
     * @param one whether one interview is requested, which accepts fewer of them
     */
    SingleParameters(boolean one, IgnoredParameters ignored) {
        this.one = one;
        this.ignored = ignored;
    }

    /**
     * Takes one of them. Without a value it counts as not sent, because the original's clients ask
     * for the first page with an empty {@code next_cursor}.
     *
     * @throws ApiException with 400 when there is no such parameter
     */
    void take(QueryString.Parameter parameter) {
        String name = parameter.name();
        if (!ParameterNames.SINGLE.contains(name)) {
            String label = parameter.label();
            ignored.pass(
                    label,
                    ParameterNames.unknown(
                            label, one ? ParameterNames.ofOne() : ParameterNames.all()));
            return;
        }
        if (!parameter.keys().isEmpty()) {
            pass(
                    parameter,
                    "The parameter '%s' takes one value and no brackets."
                            .formatted(QuotedText.cut(parameter.label())));
            return;
        }
        if (one && ParameterNames.LIST_ONLY.contains(name)) {
            pass(
                    parameter,
                    "The parameter '"
                            + name
                            + "' belongs to the list; leave it out for one interview.");
            return;
        }
        if (!parameter.value().isEmpty()) {
            values.put(name, parameter.value());
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<String> accountId() {
        return text("integrated_account_id").map(SingleParameters::uuid);
    }

    Format format() {
        String text = values.getOrDefault("truto_response_format", Format.UNIFIED.text());
        return Format.named(text)
                .orElseThrow(() ->
                        new ApiException(
                                400,
                                "The value '%s' of 'truto_response_format' is unknown; use one of %s."
                                        .formatted(QuotedText.cut(text), Format.all())));
    }

    /** The limit, which is at least 1. */
    int limit(int defaultLimit, int maxLimit) {
        String text = values.get("limit");
        if (text == null) {
            return defaultLimit;
        }
        int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > maxLimit) {
            int used = text.matches("0*[1-9]\\d*") ? maxLimit : defaultLimit;
            ignored.replace(
                    "limit",
                    used,
                    new ApiException(
                            400,
                            "The limit '"
                                    + QuotedText.cut(text)
                                    + "' is out of range; send a number from 1 to "
                                    + maxLimit
                                    + "."));
            return used;
        }
        return limit;
    }

    boolean flag(String name) {
        String text = values.getOrDefault(name, "false");
        return switch (ignored.asOriginal() ? text.toLowerCase(Locale.ROOT) : text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new ApiException(400, "The parameter '" + name + "' is true or false.");
        };
    }

    private static String uuid(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    400,
                    "The integrated_account_id '"
                            + QuotedText.cut(text)
                            + "' is not a UUID; send the account's id.");
        }
    }

    private void pass(QueryString.Parameter parameter, String sentence) {
        ignored.pass(parameter.label(), new ApiException(400, sentence));
    }
}
