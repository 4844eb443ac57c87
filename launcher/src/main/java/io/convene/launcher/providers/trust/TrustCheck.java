package io.convene.launcher.providers.trust;

import io.convene.launcher.config.trust.CheckPolicy;
import io.convene.launcher.config.trust.TrustConfig;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.Refusal;

import java.nio.file.Path;
import java.util.Collection;

/** Checks bundles as the operator's policies demand, before any of their code runs. */
public final class TrustCheck {
    private final TrustConfig config;
    private final SignatureCheck signatures;

    public TrustCheck(TrustConfig config) {
        this.config = config;
        this.signatures = new SignatureCheck(config.signers());
    }

    /**
     * Checks the jars of a bundle, and notes warnings in its record.
     *
     * @throws Refusal when a check fails that the operator requires
     */
    public void check(Collection<Path> jars, BundleRecord record) {
        apply(config.signatures(), record, () -> jars.forEach(signatures::verify));
    }

    private static void apply(CheckPolicy policy, BundleRecord record, Runnable check) {
        if (policy == CheckPolicy.OFF) {
            return;
        }
        try {
            check.run();
        } catch (Refusal refusal) {
            if (policy == CheckPolicy.REQUIRE) {
                throw refusal;
            }
            record.warned(refusal.finding());
        }
    }
}
