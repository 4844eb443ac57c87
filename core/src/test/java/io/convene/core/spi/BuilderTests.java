package io.convene.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.convene.core.Filter;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Builders refuse values that make no sense, in one sentence. */
class BuilderTests {
    private static final Settings SETTINGS =
            Settings.of(ProviderDescriptor.builder("Acme").build(), Map.of());

    static Stream<Arguments> nonsense() {
        return Stream.of(
                nonsense(
                        () -> VendorRequest.get("https://api.example.com/list?page=2").build(),
                        "The URL must have no query and no fragment"),
                nonsense(
                        () -> VendorRequest.get("https://api.example.com/list#top").build(),
                        "The URL must have no query and no fragment"),
                nonsense(
                        () ->
                                VendorRequest.post("https://api.example.com")
                                        .json("a", 1)
                                        .form("b", "2")
                                        .build(),
                        "a JSON body and a form body"),
                nonsense(
                        () -> VendorRequest.get("https://api.example.com").query(" ", "1"),
                        "The name of a query parameter must not be blank."),
                nonsense(
                        () -> Support.builder().vendor(Filter.START_AT).local(Filter.START_AT),
                        "The filter start_at is named with vendor() and with local()"),
                nonsense(
                        () -> Support.builder().vendor(Filter.START_AT).most(Filter.START_AT, 5),
                        "The filter start_at takes times"),
                nonsense(
                        () ->
                                Support.builder()
                                        .vendor(Filter.CANDIDATE_ID)
                                        .most(Filter.CANDIDATE_ID, 0),
                        "The filter candidate_id cannot take 0 ids"),
                nonsense(
                        () -> Support.builder().required(Filter.CANDIDATE_ID).build(),
                        "required() names [CANDIDATE_ID]"),
                nonsense(
                        () -> Support.builder().lookupWithin(Filter.CANDIDATE_ID).build(),
                        "lookupWithin() names [CANDIDATE_ID]"),
                nonsense(
                        () ->
                                Support.builder()
                                        .localBeside(Filter.CREATED_AT, Filter.UPDATED_AT)
                                        .build(),
                        "localBeside() names [CREATED_AT]"),
                nonsense(
                        () -> Query.builder(SETTINGS).values(Filter.START_AT, List.of("x")),
                        "The filter start_at takes times, not ids."),
                nonsense(
                        () -> Query.builder(SETTINGS).range(Filter.CANDIDATE_ID, TimeRange.all()),
                        "The filter candidate_id takes ids, not times."),
                nonsense(
                        () -> Query.builder(SETTINGS).pageSize(0),
                        "A page cannot have 0 items; it has 1 or more."),
                nonsense(() -> Page.last(List.of()).total(-1), "A list cannot have -1 items."),
                nonsense(() -> Secret.of(""), "The credential must not be blank."),
                nonsense(
                        () -> Authentication.builder("key").requires("a", "a"),
                        "The credential 'a' is added twice."),
                nonsense(
                        () -> Authentication.builder("key").requires("a").build(),
                        "must have either a header or a token"),
                nonsense(
                        () ->
                                Authentication.builder("key")
                                        .requires("a")
                                        .header("X-Key", Secret.of("a"))
                                        .token()
                                        .build(),
                        "must have either a header or a token"),
                nonsense(
                        () ->
                                Authentication.builder("key")
                                        .requires("a")
                                        .header("X-Key", Secret.of("b"))
                                        .build(),
                        "sends the credential 'b', which it does not declare"),
                nonsense(
                        () ->
                                ProviderDescriptor.builder("Acme")
                                        .authentication(Authentication.apiKey("X-Key"))
                                        .authentication(Authentication.apiKey("X-Other")),
                        "The authentication 'api_key' is added twice."));
    }

    @Test
    void takeTheLastPageOfTheDocumentation() {
        ProviderDescriptor.Builder acme = ProviderDescriptor.builder("Acme");

        assertThat(acme.build().documentation()).isEmpty();
        assertThat(
                        acme.documentation("https://old.acme.example")
                                .documentation("https://acme.example/help?topic=keys#create")
                                .build()
                                .documentation())
                .contains("https://acme.example/help?topic=keys#create");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.example/help",
                "acme.example/help",
                "https:///help",
                "https://key@acme.example/help",
                "https://acme.example/a b",
                "javascript:alert(1)"
            })
    void refuseDocumentationThatIsNotAPage(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProviderDescriptor.builder("Acme").documentation(url))
                .withMessageContaining("The URL of the documentation '%s'".formatted(url));
    }

    private static Arguments nonsense(ThrowingCallable call, String sentence) {
        return Arguments.of(sentence, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void refuseWhatCannotBeMeant(String sentence, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.example.com", "api.example.com:443", "api.example.com/v1"})
    void refuseAHostThatIsMoreThanAName(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProviderDescriptor.builder("Acme").host(host))
                .withMessage(
                        "The host '%s' must be a name such as api.example.com, without scheme, port and path.",
                        host);
    }

    @Test
    @SuppressWarnings("NullAway") // other compilers may not check this
    void refuseNullByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> VendorRequest.get(null))
                .withMessage("url");
        assertThatNullPointerException()
                .isThrownBy(() -> Query.builder(null))
                .withMessage("settings");
        assertThatNullPointerException()
                .isThrownBy(() -> ProviderDescriptor.builder("Acme").authentication(null))
                .withMessage("authentication");
    }

    @Test
    void declareAnApiKeyInOneLine() {
        Authentication authentication = Authentication.apiKey("X-API-KEY");

        assertThat(authentication.name()).isEqualTo("api_key");
        assertThat(authentication.required()).containsExactly("api_key");
        assertThat(authentication.header()).contains("X-API-KEY");
        assertThat(authentication.value().map(Secret::first)).contains("api_key");
        assertThat(authentication.isToken()).isFalse();
    }

    @Test
    void takeTheLastOfTwoValues() {
        VendorRequest request =
                VendorRequest.get("https://api.example.com")
                        .query("page", 1)
                        .query("page", 2)
                        .header("Accept", "a")
                        .header("Accept", "b")
                        .build();

        assertThat(request.fullUrl()).isEqualTo("https://api.example.com?page=2");
        assertThat(request.headers()).containsEntry("Accept", "b");
    }

    @Test
    void tellALookUpFromAList() {
        Query list = Query.builder(SETTINGS).values(Filter.CANDIDATE_ID, List.of("c1")).build();
        Query one = list.forLookup("i1");

        assertThat(list.lookup()).isEmpty();
        assertThat(one.lookup()).contains("i1");
        assertThat(one.values(Filter.CANDIDATE_ID)).containsExactly("c1");
        assertThat(one.pageSize()).isEqualTo(list.pageSize());
        assertThat(one.pageSize(1, 50)).isEqualTo(50);
    }
}
