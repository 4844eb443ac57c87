package io.convene.launcher.api;

import java.util.List;
import java.util.Optional;

/** The parameters of what an integration can do: the account, and for an integration none. */
final class MetaParameters {
    private static final String ACCOUNT = "integrated_account_id";

    private MetaParameters() {}

    /**
     * The account that is asked for, if one is.
     *
     * @throws ApiException with 400 for anything else, unless that is passed over
     */
    static Optional<String> ofAccount(String rawQuery, IgnoredParameters unheeded) {
        SingleParameters single = new SingleParameters(false, unheeded);
        for (QueryString.Parameter parameter : QueryString.parse(rawQuery)) {
            if (parameter.name().equals(ACCOUNT)) {
                single.take(parameter);
            } else {
                pass(parameter, List.of(ACCOUNT), unheeded);
            }
        }
        return single.accountId();
    }

    /**
     * Takes nothing.
     *
     * @throws ApiException with 400 for anything, unless that is passed over
     */
    static void ofIntegration(String rawQuery, IgnoredParameters unheeded) {
        for (QueryString.Parameter parameter : QueryString.parse(rawQuery)) {
            if (parameter.name().equals(ACCOUNT)) {
                unheeded.pass(
                        parameter.label(),
                        new ApiException(
                                400,
                                "An integration is asked without an account; leave the integrated_account_id out,"
                                        + " or ask /unified/ats/interviews/meta/list for what the account has."));
            } else {
                pass(parameter, List.of(), unheeded);
            }
        }
    }

    private static void pass(
            QueryString.Parameter parameter, List<String> known, IgnoredParameters unheeded) {
        String label = parameter.label();
        if (ParameterNames.isKnown(parameter.name())) {
            unheeded.pass(
                    label,
                    new ApiException(
                            400,
                            "The parameter '%s' belongs to the list; leave it out for meta/list."
                                    .formatted(QuotedText.cut(parameter.name()))));
        } else {
            unheeded.pass(label, ParameterNames.unknown(label, known));
        }
    }
}
