package io.convene.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

class SettingsTests {
    private final ProviderDescriptor descriptor =
            ProviderDescriptor.builder("Example")
                    .setting(Setting.url("base_url").defaultValue("https://api.example.com/"))
                    .setting(Setting.zone("zone"))
                    .setting(Setting.duration("delay").defaultValue("PT5S"))
                    .setting(Setting.choice("version", "v2", "v1").defaultValue("v2"))
                    .setting(Setting.text("tenant").required())
                    .quota(60, Duration.ofMinutes(1))
                    .build();

    @Test
    void takesTheDefaultWhereAnAccountSaysNothingOrBlank() {
        assertThat(settings(Map.of()).url("base_url")).isEqualTo("https://api.example.com");
        assertThat(settings(Map.of("base_url", " ")).url("base_url"))
                .isEqualTo("https://api.example.com");
        assertThat(settings(Map.of("base_url", "http://x")).url("base_url")).isEqualTo("http://x");
        assertThat(settings(Map.of()).duration("delay")).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings(Map.of()).choice("version")).isEqualTo("v2");
        assertThat(settings(Map.of()).quota()).contains(Quota.of(60, Duration.ofMinutes(1)));
    }

    @Test
    void readsEachTypeWithoutTheSpaceAround() {
        Settings settings =
                settings(
                        Map.of(
                                "zone", " Europe/Berlin ",
                                "delay", " PT1M ",
                                "version", " v1 ",
                                "tenant", " acme ",
                                "quota", " 5/PT10S "));

        assertThat(settings.zone("zone")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(settings.findZone("zone")).contains(ZoneId.of("Europe/Berlin"));
        assertThat(settings.duration("delay")).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.choice("version")).isEqualTo("v1");
        assertThat(settings.text("tenant")).isEqualTo(" acme ");
        assertThat(settings.quota()).contains(Quota.of(5, Duration.ofSeconds(10)));
    }

    @Test
    void hasNoQuotaWhenItIsOff() {
        assertThat(settings(Map.of("quota", "off")).quota()).isEmpty();
    }

    @Test
    void namesTheSettingThatHasNoValue() {
        Settings settings = settings(Map.of());

        assertThat(settings.find("zone")).isEmpty();
        assertThat(settings.findZone("zone")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.zone("zone"))
                .withMessageContaining("zone");
        assertRejected(() -> settings.text("tenant"), "The account's setting tenant is missing.");
    }

    @Test
    void endsTheRequestOfAnAccountWhoseValueIsWrong() {
        Settings settings =
                settings(Map.of("zone", "Mars", "delay", "5 s", "version", "v3", "quota", "often"));

        assertRejected(
                () -> settings.zone("zone"),
                "The account's setting zone is wrong: 'Mars' is not a time zone; ");
        assertRejected(
                () -> settings.findZone("zone"),
                "The account's setting zone is wrong: 'Mars' is not a time zone; ");
        assertRejected(
                () -> settings.duration("delay"),
                "The account's setting delay is wrong: '5 s' is not a duration; ");
        assertRejected(
                () -> settings.choice("version"),
                "The account's setting version is wrong: 'v3' is not offered; use v2 or v1.");
        assertRejected(
                settings::quota, "The account's setting quota is wrong: 'often' is not a quota; ");
    }

    @ParameterizedTest
    @CsvSource({"tenant", "zone", "unknown"})
    void givesNoUrlForASettingThatIsNotOne(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of()).url(name))
                .withMessageContaining("no setting %s of type URL", name);
    }

    private Settings settings(Map<String, String> values) {
        return Settings.of(descriptor, values);
    }

    private static void assertRejected(ThrowingCallable call, String message) {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(call)
                .withMessageStartingWith(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(VendorException.Kind.REJECTED));
    }
}
