package io.convene.launcher.api.request;

import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.QuotedText;

import java.util.List;
import java.util.Optional;

/**
 * The parameters of a request for an integration's abilities: the account, and for an integration
 * none.
 */
public final class MetaParameters {
    private static final String ACCOUNT = "integrated_account_id";

    private MetaParameters() {}

    /**
     * The requested account, if there is one.
     *
     * @throws ApiException with 400 for anything else, unless that is passed over
     */
    public static Optional<String> ofAccount(String rawQuery, IgnoredParameters ignored) {
        SingleParameters single = new SingleParameters(false, ignored);
        for (QueryString.Parameter parameter : QueryString.parse(rawQuery)) {
            if (parameter.name().equals(ACCOUNT)) {
                single.take(parameter);
            } else {
                pass(parameter, List.of(ACCOUNT), ignored);
            }
        }
        return single.accountId();
    }

    /**
     * Takes nothing.
     *
     * @throws ApiException with 400 for anything, unless that is passed over
     */
    public static void ofIntegration(String rawQuery, IgnoredParameters ignored) {
        for (QueryString.Parameter parameter : QueryString.parse(rawQuery)) {
            if (parameter.name().equals(ACCOUNT)) {
                ignored.pass(
                        parameter.label(),
                        new ApiException(
                                400,
                                "An integration is asked without an account; leave the integrated_account_id out,"
                                        + " or ask /unified/ats/interviews/meta/list for the account's own answer."));
            } else {
                pass(parameter, List.of(), ignored);
            }
        }
    }

    private static void pass(
            QueryString.Parameter parameter, List<String> known, IgnoredParameters ignored) {
        String label = parameter.label();
        if (ParameterNames.isKnown(parameter.name())) {
            ignored.pass(
                    label,
                    new ApiException(
                            400,
                            "The parameter '%s' belongs to the list; leave it out for meta/list."
                                    .formatted(QuotedText.cut(parameter.name()))));
        } else {
            ignored.pass(label, ParameterNames.unknown(label, known));
        }
    }
}
