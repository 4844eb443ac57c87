package io.convene.provider.ashby;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Support;
import io.convene.core.spi.Support.Treatment;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.ServiceLoader;

class AshbyProviderTests {
    private final AshbyProvider provider = new AshbyProvider();
    private final Support support = Ashby.INTERVIEWS.support(Ashby.SETTINGS);

    @Test
    void isFoundAsAService() {
        AshbyProviderTests.class.getModule().addUses(AtsProvider.class);

        assertThat(ServiceLoader.load(AtsProvider.class))
                .hasOnlyElementsOfType(AshbyProvider.class);
    }

    @Test
    void statesItsIdOutsideItsCode() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/META-INF/convene/provider.json")) {
            assertThat(Item.parse(in.readAllBytes()).text("id").string()).isEqualTo("ashby");
        }
    }

    @Test
    void sendsTheApiKeyAsUserNameWithABlankPassword() {
        Authentication authentication = provider.descriptor().authentications().getFirst();

        assertThat(provider.descriptor().authentications()).hasSize(1);
        assertThat(authentication.required()).containsExactly("api_key");
        assertThat(authentication.header()).contains("Authorization");
        assertThat(authentication.value())
                .get()
                .satisfies(secret -> {
                    assertThat(secret.form()).isEqualTo(Secret.Form.BASIC);
                    assertThat(secret.first()).isEqualTo("api_key");
                    assertThat(secret.second()).isEmpty();
                });
    }

    @Test
    void callsAshbyAlone() {
        assertThat(provider.descriptor().hosts()).containsExactly("api.ashbyhq.com");
        assertThat(Ashby.SETTINGS.url("base_url")).isEqualTo("https://api.ashbyhq.com");
    }

    @Test
    void letsAshbyFilterByApplicationAndStageOnly() {
        EnumSet<Filter> asked = EnumSet.allOf(Filter.class);

        assertThat(support.treatment(Filter.APPLICATION_ID, asked)).contains(Treatment.VENDOR);
        assertThat(support.treatment(Filter.JOB_INTERVIEW_STAGE_ID, asked))
                .contains(Treatment.VENDOR);
        assertThat(support.filters())
                .filteredOn(Filter::isTime)
                .hasSize(4)
                .allSatisfy(filter ->
                        assertThat(support.treatment(filter, asked)).contains(Treatment.LOCAL));
        assertThat(support.treatment(Filter.CANDIDATE_ID, asked)).isEmpty();
    }

    @Test
    void fillsTheCandidateOnDemandAndAllElseAlways() {
        assertThat(support.expands()).containsExactly(Field.CANDIDATE);
        assertThat(support.fields()).containsExactlyInAnyOrder(Field.values());
    }
}
