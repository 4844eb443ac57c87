package io.convene.provider.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Connection;
import io.convene.core.spi.Secret;
import io.convene.core.spi.Support;
import io.convene.core.spi.Support.Treatment;
import io.convene.core.spi.VendorRequest;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;

final class GreenhouseProviderTests {
    private static final Support SUPPORT = Greenhouse.INTERVIEWS.support(Greenhouse.SETTINGS);

    @Test
    void carriesItsIdWhereNoCodeMustRun() throws IOException {
        try (InputStream in =
                GreenhouseProvider.class.getResourceAsStream("/META-INF/convene/provider.json")) {
            assertThat(Item.parse(in.readAllBytes()).text("id").string()).isEqualTo("greenhouse");
        }
    }

    @Test
    void sendsCredentialsToGreenhouseAlone() {
        assertThat(Greenhouse.PROVIDER.descriptor().hosts())
                .containsExactly("harvest.greenhouse.io", "auth.greenhouse.io");
    }

    @Test
    void takesClientCredentialsAndPerhapsAnActingUser() {
        Authentication only = Greenhouse.PROVIDER.descriptor().authentications().getFirst();
        assertThat(Greenhouse.PROVIDER.descriptor().authentications()).hasSize(1);
        assertThat(only.isToken()).isTrue();
        assertThat(only.required()).containsExactly("client_id", "client_secret");
        assertThat(only.optional()).containsExactly("user_id");
    }

    @Test
    void asksForATokenAsTheActingUser() {
        VendorRequest request = tokenRequest(Set.of("client_id", "client_secret", "user_id"));
        assertThat(request).hasToString("POST https://auth.greenhouse.io/token");
        assertThat(request.isAnonymous()).isTrue();
        assertThat(request.headers().get("Authorization"))
                .hasToString(Secret.basic("client_id", "client_secret").toString());
        assertThat(request.form().orElseThrow())
                .containsEntry("grant_type", "client_credentials")
                .hasEntrySatisfying(
                        "sub", sub -> assertThat(sub).hasToString(Secret.of("user_id").toString()));
    }

    @Test
    void namesNoActorWhenTheAccountHasNone() {
        VendorRequest request = tokenRequest(Set.of("client_id", "client_secret"));
        assertThat(request.form().orElseThrow()).containsOnlyKeys("grant_type");
    }

    @Test
    void leavesOnlyWhatGreenhouseCannotFilterToOthers() {
        assertThat(SUPPORT.filters())
                .containsExactlyInAnyOrder(
                        Filter.APPLICATION_ID,
                        Filter.CREATED_AT,
                        Filter.UPDATED_AT,
                        Filter.START_AT,
                        Filter.END_AT);
        for (Filter filter : SUPPORT.filters()) {
            assertThat(SUPPORT.treatment(filter, Set.of(filter))).contains(Treatment.VENDOR);
        }
        assertThat(SUPPORT.treatment(Filter.CANDIDATE_ID, Set.of())).isEmpty();
        assertThat(SUPPORT.treatment(Filter.JOB_INTERVIEW_STAGE_ID, Set.of())).isEmpty();
    }

    @Test
    void evaluatesCreatedAtLocallyWithUpdatedAt() {
        Set<Filter> both = Set.of(Filter.CREATED_AT, Filter.UPDATED_AT);
        assertThat(SUPPORT.treatment(Filter.CREATED_AT, both)).contains(Treatment.LOCAL);
        assertThat(SUPPORT.treatment(Filter.UPDATED_AT, both)).contains(Treatment.VENDOR);
    }

    @Test
    void fillsEveryFieldTwoOfThemOnDemand() {
        assertThat(SUPPORT.fields()).containsExactlyInAnyOrder(Field.values());
        assertThat(SUPPORT.expands())
                .containsExactlyInAnyOrder(Field.CANDIDATE, Field.JOB_INTERVIEW_STAGE);
    }

    private static VendorRequest tokenRequest(Set<String> credentials) {
        return Greenhouse.PROVIDER.tokenRequest(
                Connection.of(
                        Greenhouse.SETTINGS,
                        credentials,
                        "oauth2_client_credentials",
                        Instant.EPOCH),
                false);
    }
}
