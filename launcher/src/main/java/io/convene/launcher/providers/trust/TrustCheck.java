package io.convene.launcher.providers.trust;

import io.convene.launcher.config.trust.CheckPolicy;
import io.convene.launcher.config.trust.TrustConfig;
import io.convene.launcher.providers.code.CodeCheck;
import io.convene.launcher.providers.code.ForbiddenUse;
import io.convene.launcher.providers.code.Matter;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.Findings;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

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
     * @throws Refusal with every finding of the checks that the operator requires
     */
    public void check(Collection<Path> jars, BundleRecord record) {
        Findings required = new Findings();
        for (Path jar : jars) {
            apply(
                    config.signatures(),
                    record,
                    required,
                    () -> record.signedBy(signatures.verify(jar)));
            apply(config.codeCheck(), record, required, () -> checkCode(jar));
        }
        required.throwIfAny();
    }

    private static void checkCode(Path jar) {
        String name = String.valueOf(jar.getFileName());
        List<ForbiddenUse> uses;
        try {
            uses =
                    CodeCheck.ofJar(jar).stream()
                            .filter(use -> use.matter() != Matter.CLOCKS)
                            .toList();
        } catch (IOException e) {
            throw ProviderCode.NOT_A_JAR.refusal(name, String.valueOf(e.getMessage()));
        }
        if (!uses.isEmpty()) {
            ForbiddenUse first = uses.getFirst();
            String more = uses.size() == 1 ? "" : ", and %d more".formatted(uses.size() - 1);
            throw ProviderCode.FORBIDDEN_CODE.refusal(name, first.matter().text(), first, more);
        }
    }

    private static void apply(
            CheckPolicy policy, BundleRecord record, Findings required, Runnable check) {
        switch (policy) {
            case OFF -> {
                // Nothing to find.
            }
            case WARN -> {
                Findings found = new Findings();
                found.check(check);
                found.all().forEach(record::warned);
            }
            case REQUIRE -> required.check(check);
        }
    }
}
