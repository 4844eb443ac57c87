package io.convene.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class SettingTests {
    private static final Setting QUOTA =
            ProviderDescriptor.builder("Example").build().setting("quota").orElseThrow();

    @Test
    void hasALabelMadeOfItsNameUnlessItStatesOne() {
        assertThat(Setting.zone("time_zone").label()).isEqualTo("Time zone");
        assertThat(Setting.url("base_url").label("Base URL").label()).isEqualTo("Base URL");
    }

    @Test
    void keepsWhatWasStatedBefore() {
        Setting setting =
                Setting.choice("version", "v2", "v1")
                        .label("Version")
                        .help("H.")
                        .defaultValue("v1");

        assertThat(setting.type()).isEqualTo(Setting.Type.CHOICE);
        assertThat(setting.choices()).containsExactly("v2", "v1");
        assertThat(setting.label()).isEqualTo("Version");
        assertThat(setting.help()).isEqualTo("H.");
        assertThat(setting.defaultValue()).isEqualTo("v1");
        assertThat(setting.isRequired()).isFalse();
        assertThat(Setting.text("tenant").required().help("H.").isRequired()).isTrue();
    }

    @Test
    void refusesADeclarationThatContradictsItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.zone("zone").defaultValue("Mars"))
                .withMessageStartingWith("The default of the setting zone is wrong: 'Mars'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.text("a").defaultValue("b").required());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.text("a").required().defaultValue("b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Setting.choice("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ProviderDescriptor.builder("Example").setting(Setting.text("quota")))
                .withMessageContaining("quota()");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com",
        "http://127.0.0.1:8080/v2",
        "' https://api.example.com/ '",
        "http://my_vendor:9090"
    })
    void takesAUrlWithSchemeAndHost(String value) {
        assertThat(Setting.url("u").problem(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.example.com", "//api.example.com", "https://", "http:/x", "a b"})
    void saysWhatIsNotAUrl(String value) {
        assertThat(Setting.url("u").problem(value))
                .contains(
                        "'%s' is not a URL with a scheme and a host; write it like https://api.example.com"
                                .formatted(value));
    }

    @Test
    void quotesNoUrlThatMayHoldAPassword() {
        assertThat(Setting.url("u").problem("me:secret@api.example.com"))
                .hasValueSatisfying(wrong -> assertThat(wrong).doesNotContain("secret"));
    }

    @Test
    void cutsALongValue() {
        assertThat(Setting.duration("d").problem("x".repeat(5000)))
                .hasValueSatisfying(wrong -> assertThat(wrong).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "europe/berlin", "UTC", "+02:00", "Z"})
    void takesAZoneByItsNameOrOffset(String value) {
        assertThat(Setting.zone("z").problem(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"IST", "Pacific", "+25:00"})
    void saysWhatIsNotAZone(String value) {
        assertThat(Setting.zone("z").problem(value))
                .hasValueSatisfying(wrong ->
                        assertThat(wrong).startsWith("'%s' is not a time zone".formatted(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 s", "-PT5S", "P1M"})
    void saysWhatIsNotADuration(String value) {
        assertThat(Setting.duration("d").problem(value))
                .contains(
                        "'%s' is not a duration; write it in ISO 8601, such as PT30S"
                                .formatted(value));
        assertThat(Setting.duration("d").problem("PT0S")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "60/PT1M, 60, 60000",
        "1/PT0.01S, 1, 10",
        "10000/P1D, 10000, 86400000",
        "' 5/pt10s ', 5, 10000"
    })
    void readsCallsPerDuration(String text, int calls, long millis) {
        assertThat(QUOTA.problem(text)).isEmpty();
        assertThat(Quota.read(text)).contains(Quota.of(calls, Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "OFF", " off "})
    void takesNoQuota(String text) {
        assertThat(QUOTA.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "60",
                "60/",
                "/PT1M",
                "60/1M",
                "60/PT",
                "60/PT1X",
                "0/PT1M",
                "-1/PT1M",
                "10001/PT1M",
                "999999999/PT1M",
                "60/PT0S",
                "60/PT0.001S",
                "60/-PT1M",
                "60/PT-1M",
                "60/P2D",
                "60/P1M",
                "60/PT1M 5",
                "60 per minute",
                "false",
                "60/PT99999999999999999999H"
            })
    void saysWhatIsNotAQuota(String text) {
        assertThat(QUOTA.problem(text))
                .contains(
                        "'%s' is not a quota; write 1 to 10000 calls per ISO 8601 duration of at most a day, such as 60/PT1M, or off"
                                .formatted(text));
        assertThat(Quota.read(text)).isEmpty();
    }

    @Test
    void writesAQuotaAsItIsRead() {
        assertThat(Quota.read("60/PT60S").orElseThrow()).hasToString("60/PT1M");
    }
}
