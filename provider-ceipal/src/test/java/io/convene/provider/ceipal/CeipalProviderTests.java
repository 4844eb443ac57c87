package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Setting;
import io.convene.core.spi.Support;
import io.convene.core.spi.Support.Treatment;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
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
        assertThat(Ceipal.settings().text("quota")).isEqualTo("60/PT1M");
        assertThat(Ceipal.settings().find("interviews_path")).isEmpty();
    }

    @Test
    void saysWhichSettingsMeanNothing() {
        assertThat(provider.problems(Ceipal.settings())).isEmpty();
        assertThat(provider.problems(Ceipal.settings("time_zone", "asia/kolkata"))).isEmpty();
        assertThat(provider.problems(Ceipal.settings("time_zone", "IST", "api_version", "v3")))
                .satisfiesExactly(
                        version -> assertThat(version).startsWith("api_version is 'v3'"),
                        zone -> assertThat(zone).startsWith("time_zone is 'IST'"));
    }

    @Test
    void declaresWhereEachValueStandsAsASetting() {
        assertThat(provider.descriptor().settings())
                .filteredOn(setting -> setting.name().startsWith("field_"))
                .hasSameSizeAs(CeipalField.values())
                .allSatisfy(setting -> {
                    assertThat(setting.defaultValue()).isNotBlank();
                    assertThat(setting.description()).endsWith(".");
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
