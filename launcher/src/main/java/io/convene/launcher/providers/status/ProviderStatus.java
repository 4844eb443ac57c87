package io.convene.launcher.providers.status;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one bundle.
 *
 * @param bundle the name of its jar or folder
 * @param id the integration, once it could be read
 * @param version the version as written
 * @param module the name of its module
 * @param spi the versions of the SPI it works with
 * @param hosts the hosts it may call, once it was loaded
 * @param code what was found: why it is not served, or a warning beside which it is
 * @param reason the code in one sentence about this bundle
 * @param fix what to do about it
 */
public record ProviderStatus(
        String bundle,
        Optional<String> id,
        Optional<String> version,
        Optional<String> module,
        ProviderState state,
        Optional<String> spi,
        List<String> hosts,
        Optional<ProviderCode> code,
        Optional<String> reason,
        Optional<String> fix) {
    public ProviderStatus {
        hosts = List.copyOf(hosts);
    }
}
