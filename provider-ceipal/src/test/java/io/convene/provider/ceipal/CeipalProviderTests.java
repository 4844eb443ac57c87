package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Quota;
import io.convene.core.spi.Setting;
import io.convene.core.spi.Support;
import io.convene.core.spi.Support.Treatment;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.ServiceLoader;

class CeipalProviderTests {
    private final CeipalProvider provider = new CeipalProvider();
    private final Support support = Ceipal.INTERVIEWS.support(Ceipal.settings());

    @Test
    void isFoundAsAService() {
        CeipalProviderTests.class.getModule().addUses(AtsProvider.class);

        assertThat(ServiceLoader.load(AtsProvider.class))
                .hasOnlyElementsOfType(CeipalProvider.class);
    }

    @Test
    void statesItsIdOutsideItsCode() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/META-INF/convene/provider.json")) {
            assertThat(Item.parse(in.readAllBytes()).text("id").string()).isEqualTo("ceipal");
        }
    }

    @Test
    void needsAUserAndAKeyForAToken() {
        Authentication authentication = provider.descriptor().authentications().getFirst();

        assertThat(provider.descriptor().authentications()).hasSize(1);
        assertThat(authentication.isToken()).isTrue();
        assertThat(authentication.required()).containsExactly("email", "password", "api_key");
    }

    @Test
    void callsCeipalAloneAndAtItsPace() {
        assertThat(provider.descriptor().hosts()).containsExactly("api.ceipal.com");
        assertThat(Ceipal.settings().text("base_url")).isEqualTo("https://api.ceipal.com");
        assertThat(Ceipal.settings().text("api_version")).isEqualTo("v2");
        assertThat(Ceipal.settings().text("time_zone")).isEqualTo("UTC");
        assertThat(provider.descriptor().quota()).contains(Quota.of(60, Duration.ofMinutes(1)));
        assertThat(Ceipal.settings().find("interviews_path")).isEmpty();
    }

    @Test
    void takesVersionsThatCeipalHasAndZonesThatExist() {
        assertThat(problem("api_version", "v1")).isEmpty();
        assertThat(problem("api_version", "v3")).contains("'v3' is not offered; use v2 or v1");
        assertThat(problem("time_zone", "asia/kolkata")).isEmpty();
        assertThat(problem("time_zone", "+05:30")).isEmpty();
        assertThat(problem("time_zone", "IST")).isPresent();
    }

    private Optional<String> problem(String setting, String value) {
        return provider.descriptor().setting(setting).orElseThrow().problem(value);
    }

    @Test
    void declaresThePlaceOfEachValueAsASetting() {
        assertThat(provider.descriptor().settings())
                .filteredOn(setting -> setting.name().startsWith("field_"))
                .hasSameSizeAs(CeipalField.values())
                .allSatisfy(setting -> {
                    assertThat(setting.defaultValue()).isNotBlank();
                    assertThat(setting.help()).endsWith(".");
                })
                .extracting(Setting::name)
                .contains("field_candidate", "field_from_time", "field_created_at");
    }

    @Test
    void leavesEveryFilterToTheHost() {
        EnumSet<Filter> all = EnumSet.allOf(Filter.class);

        assertThat(support.filters()).isEqualTo(all);
        assertThat(all)
                .allSatisfy(filter ->
                        assertThat(support.treatment(filter, all)).contains(Treatment.LOCAL));
    }

    @Test
    void fillsEveryFieldWithoutExtraCalls() {
        assertThat(support.fields()).containsExactlyInAnyOrder(Field.values());
        assertThat(support.expands()).isEmpty();
    }
}
