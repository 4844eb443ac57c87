package io.convene.launcher.http;

import java.util.List;
import java.util.Optional;

/**
 * One entry of an error's {@code truto_error_insight}, which programs read instead of the sentence.
 *
 * @param name its key
 * @param description its meaning
 * @param value its subject, for those that have a value
 */
public record ErrorInsight(String name, String description, Optional<Value> value) {
    /**
     * The value of an entry.
     *
     * @param member the member that holds the names; empty when the value is the array itself
     */
    record Value(String member, List<String> names) {}

    /** Parameters without which the request cannot be answered. */
    public static ErrorInsight missingParameters(List<String> names) {
        return new ErrorInsight(
                "missing_required_query_parameters",
                "The request needs these query parameters.",
                Optional.of(new Value("", List.copyOf(names))));
    }

    /** The vendor rejects further calls, or none was made because it would reject one. */
    public static ErrorInsight rateLimit() {
        return new ErrorInsight(
                "rate_limit_error",
                "The vendor's limit, or the account's quota for it, is used up; Retry-After says how long to wait.",
                Optional.empty());
    }

    /** The vendor does not let these credentials read this. No vendor's answer lists scopes. */
    public static ErrorInsight forbidden() {
        return new ErrorInsight(
                "forbidden_error",
                "The credentials of the account are right and may not read this; raw_response has the vendor's"
                        + " own words about what is missing.",
                Optional.of(new Value("missing_scopes", List.of())));
    }

    /** The vendor refused the account's credentials. */
    public static ErrorInsight credentials() {
        return new ErrorInsight(
                "remote_error",
                "The vendor refused the credentials of the account, which is needs_reauth until a call succeeds.",
                Optional.empty());
    }

    /** Any other failure of a vendor. */
    public static ErrorInsight remote() {
        return new ErrorInsight(
                "remote_error",
                "The vendor did not do what it was asked; raw_response is its answer, if there was one.",
                Optional.empty());
    }

    /** Writes the entry. */
    void writeTo(JsonBuffer out) {
        out.string(name).ascii(":{\"description\":").string(description);
        value.ifPresent(it -> {
            out.ascii(",\"value\":");
            if (!it.member().isEmpty()) {
                out.ascii('{').string(it.member()).ascii(':');
            }
            String separator = "";
            out.ascii('[');
            for (String each : it.names()) {
                out.ascii(separator).string(each);
                separator = ",";
            }
            out.ascii(it.member().isEmpty() ? "]" : "]}");
        });
        out.ascii('}');
    }
}
