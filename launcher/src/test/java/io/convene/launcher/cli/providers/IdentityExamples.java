package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.providers.CodeExample.InFolder;
import io.convene.launcher.providers.TestBundle;
import io.convene.launcher.providers.status.ProviderCode;

import java.util.Map;

/** Faults of a bundle's description of itself. */
final class IdentityExamples {
    private static final String DESCRIPTION = "META-INF/convene/provider.json";
    private static final String REPORT = "META-INF/convene/conformance.json";

    private IdentityExamples() {}

    static void addTo(Map<ProviderCode, CodeExample> examples) {
        examples.put(ProviderCode.NO_PROVIDER_JSON, of(acme().withoutFile(DESCRIPTION)));
        examples.put(
                ProviderCode.MANY_PROVIDER_JSON,
                new InFolder(folder -> {
                    acme().writeTo(folder.resolve("acme-1.0.0/acme.jar"));
                    TestBundle.of("other").writeTo(folder.resolve("acme-1.0.0/other.jar"));
                    return "acme-1.0.0";
                }));
        examples.put(
                ProviderCode.BAD_PROVIDER_JSON,
                of(acme().file(DESCRIPTION, "{\"name\":\"Acme\"}")));
        examples.put(ProviderCode.BAD_ID, of(acme().file(DESCRIPTION, "{\"id\":\"Acme_ATS\"}")));
        examples.put(ProviderCode.NO_MODULE_INFO, of(acme().withoutModuleInfo()));
        examples.put(ProviderCode.NO_PROVIDES, of(acme().withoutDirective("provides")));
        examples.put(
                ProviderCode.MANY_PROVIDERS,
                of(
                        acme().withoutDirective("provides")
                                .directive(
                                        "provides io.convene.core.spi.AtsProvider with acme.acme.Acme, acme.acme.Other;")
                                .source(
                                        "acme.acme",
                                        "Other",
                                        "public class Other extends Acme {}")));
        examples.put(ProviderCode.BAD_VERSION, of(acme().version("1.0")));
        examples.put(ProviderCode.SPI_UNKNOWN, of(acme().core("")));
        examples.put(ProviderCode.SPI_TOO_NEW, of(acme().core("99.0.0")));
        examples.put(ProviderCode.SPI_TOO_OLD, of(acme().core("0.9.0")));
        examples.put(
                ProviderCode.STALE_CLAIM,
                of(
                        acme().file(
                                        REPORT,
                                        "{\"tier\":\"gold\",\"kit\":\"0.1.0\",\"spi\":\"1.0.0\",\"digest\":\"of other files\"}")));
        examples.put(ProviderCode.BAD_CLAIM, of(acme().file(REPORT, "{\"tier\":\"diamond\"}")));
    }

    static TestBundle acme() {
        return TestBundle.of("acme");
    }

    /** A bundle in one jar. */
    static CodeExample of(TestBundle bundle) {
        return new InFolder(folder -> {
            bundle.writeTo(folder.resolve("acme-1.0.0.jar"));
            return "acme-1.0.0.jar";
        });
    }
}
