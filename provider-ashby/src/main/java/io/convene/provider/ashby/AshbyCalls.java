package io.convene.provider.ashby;

import io.convene.core.Item;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

/**
 * What every call of Ashby's API has in common.
 *
 * @see <a href="https://developers.ashbyhq.com/reference/introduction">Ashby: introduction</a>
 * @see <a href="https://developers.ashbyhq.com/reference/versioning">Ashby: versions</a>
 */
final class AshbyCalls {
    private static final String VERSION = "2026-01-01";

    private AshbyCalls() {}

    /** Begins a call of that endpoint, such as {@code application.info}. */
    static VendorRequest.Builder post(Settings settings, String endpoint) {
        return VendorRequest.post(settings.url(AshbyProvider.BASE_URL) + "/" + endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json; version=1")
                .header("Ashby-Version", VERSION)
                .json();
    }

    /**
     * What the call was made for.
     *
     * @throws VendorException when the answer is a refusal or does not say that it is none
     */
    static Item results(VendorResponse response) {
        AshbyRefusal.in(response)
                .ifPresent(refusal -> {
                    throw refusal.failure();
                });
        Item body = response.json();
        if (!body.text("success").is("true")) {
            throw new VendorException(
                    Kind.UNUSABLE_ANSWER, "Ashby's answer does not say success: true.");
        }
        return body.at("results");
    }
}
