package io.convene.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.core.spi.Support.Treatment;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.PlainCalls;
import io.convene.launcher.egress.wire.VendorFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class InterviewReaderTests {
    private static final int PAGE = 5;
    private List<Integer> ids =
            IntStream.range(0, 23).boxed().collect(Collectors.toCollection(ArrayList::new));
    private final NumberedListing listing = new NumberedListing();
    private final NumberedVendor vendor = new NumberedVendor();
    private final List<String> handed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 10, 23, 100})
    void givesEveryInterviewOnceAndInOrderWhateverTheLimit(int limit) {
        readAll(limit, Filters.none());

        assertThat(handed).isEqualTo(ids.stream().map(String::valueOf).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void fillsAnswersOverSeveralPagesWhenItFiltersItself(int limit) {
        readAll(
                limit,
                Filters.of(
                        Map.of(Filter.APPLICATION_ID, List.of("2", "11", "12", "22")), Map.of()));

        assertThat(handed).containsExactly("2", "11", "12", "22");
    }

    @Test
    void goesOnAfterTheLastInterviewWhenEarlierOnesHaveGone() {
        ListResult first = read(start(3), Filters.none(), 3);
        ids.remove(0);
        read(first.next().orElseThrow(), Filters.none(), 2);

        assertThat(handed).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void looksForTheLastInterviewWhereItWas() {
        ListResult first = read(start(4), Filters.none(), 4);
        listing.mapped = 0;
        read(first.next().orElseThrow(), Filters.none(), 1);

        assertThat(handed).containsExactly("0", "1", "2", "3", "4");
        assertThat(listing.mapped).as("the last one and the next").isEqualTo(2);
    }

    @Test
    void losesNothingWhenTheLastInterviewItselfHasGone() {
        ListResult first = read(start(3), Filters.none(), 3);
        ids.remove(2);
        read(first.next().orElseThrow(), Filters.none(), 2);

        assertThat(handed).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void endsInAnErrorWhenTheVendorRepeatsACursor() {
        listing.repeat = true;

        assertThatThrownBy(() -> read(start(100), Filters.none(), 100))
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(VendorException.Kind.UNUSABLE_ANSWER));
    }

    @Test
    void countsARecordThatCannotBeMappedAndKeepsThePage() {
        listing.unmappable = "3";

        ListResult outcome = read(start(5), Filters.none(), 5);

        assertThat(outcome.unmapped()).isEqualTo(1);
        assertThat(handed).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void tellsWhetherTheOneLookedForCouldBeMappedInPartOnly() {
        listing.unmappable = "3";

        assertThat(foundInPart("3")).isTrue();
        assertThat(foundInPart("4")).isFalse();
        assertThat(handed).containsExactly("3", "4");
    }

    private boolean foundInPart(String id) {
        InterviewFinder finder =
                new InterviewFinder(listing, vendor, plan(start(100), Filters.none(), 100));
        assertThat(finder.find(id, this::hand)).isTrue();
        return finder.isInPart();
    }

    @Test
    void countsARecordWithoutAnId() {
        listing.withoutId = "3";

        ListResult outcome = read(start(5), Filters.none(), 5);

        assertThat(outcome.unmapped()).isEqualTo(1);
        assertThat(outcome.count()).isEqualTo(5);
        assertThat(handed).containsExactly("0", "1", "2", "", "4");
    }

    @Test
    void stopsWithACursorWhenNoMoreCallsAreLeft() {
        vendor.callsLeft.set(2);

        ListResult outcome = read(start(100), Filters.none(), 100);

        assertThat(outcome.partial()).isTrue();
        assertThat(outcome.count()).isEqualTo(10);
        vendor.callsLeft.set(100);
        read(outcome.next().orElseThrow(), Filters.none(), 100);
        assertThat(handed).hasSize(23).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "TIMED_OUT", "EXHAUSTED"})
    void answersWhatItHasWhenALaterPageMustWait(VendorException.Kind kind) {
        vendor.failures.put("10", new VendorException(kind, "Not now."));

        ListResult outcome = read(start(100), Filters.none(), 100);

        assertThat(outcome.partial()).isTrue();
        assertThat(outcome.count()).isEqualTo(10);
        assertThat(outcome.failure().map(VendorFailure::kind)).contains(kind);
        vendor.failures.clear();
        read(outcome.next().orElseThrow(), Filters.none(), 100);
        assertThat(handed).isEqualTo(ids.stream().map(String::valueOf).toList());
    }

    @Test
    void answersWithACursorAloneWhenNothingMatchedBeforeTheVendorsLimit() {
        vendor.failures.put(
                "10", new VendorException(VendorException.Kind.RATE_LIMITED, "Not now."));
        Filters filters = Filters.of(Map.of(Filter.APPLICATION_ID, List.of("22")), Map.of());

        ListResult outcome = read(start(5), filters, 5);

        assertThat(outcome.count()).isZero();
        assertThat(outcome.partial()).isTrue();
        vendor.failures.clear();
        read(outcome.next().orElseThrow(), filters, 5);
        assertThat(handed).containsExactly("22");
    }

    @Test
    void failsWhenTheFirstPageMustWait() {
        vendor.failures.put("", new VendorException(VendorException.Kind.RATE_LIMITED, "Not now."));

        assertThatThrownBy(() -> read(start(5), Filters.none(), 5)).hasMessage("Not now.");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RATE_LIMITED", "TIMED_OUT", "EXHAUSTED"})
    void failsWhenALaterPageFailsForAnotherReason(VendorException.Kind kind) {
        vendor.failures.put("10", new VendorException(kind, "Not so."));

        assertThatThrownBy(() -> read(start(100), Filters.none(), 100)).hasMessage("Not so.");
    }

    @Test
    void tellsAFailureWithoutAnAnswerFromARefusalBeforeIt() {
        vendor.refusals = 1;
        vendor.failures.put(
                "5", new VendorException(VendorException.Kind.UNAVAILABLE, "Broken off."));
        InterviewReader reader = reader(start(100), Filters.none(), 100);

        assertThatThrownBy(reader::read)
                .isInstanceOfSatisfying(VendorFailure.class, e -> assertThat(e.answer()).isEmpty());
    }

    @Test
    void endsAStreamWhereTheBundleRefusesToStateTheNextRequest() {
        listing.refusedAt = "10";
        // A list that is filtered here is not read ahead.
        Filters all =
                Filters.of(
                        Map.of(Filter.APPLICATION_ID, ids.stream().map(String::valueOf).toList()),
                        Map.of());

        ListResult outcome =
                InterviewReader.streamed(
                                listing, () -> vendor, plan(start(100), all, 100), this::hand)
                        .read();

        assertThat(outcome.count()).isEqualTo(10);
        assertThat(outcome.failure().map(VendorFailure::sentence)).contains("Not from here.");
    }

    @Test
    void reportsARefusalToStateTheFirstRequestWithoutAnAnswer() {
        listing.refusedAt = "";
        InterviewReader reader = reader(start(5), Filters.none(), 5);

        assertThatThrownBy(reader::read)
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(VendorException.Kind.BAD_CURSOR);
                            assertThat(e.answer()).isEmpty();
                        });
    }

    @Test
    void findsNoInterviewOfAnIdThatTheBundleRefuses() {
        listing.lookupRefused = true;
        InterviewFinder finder =
                new InterviewFinder(listing, vendor, plan(start(5), Filters.none(), 5));

        assertThat(finder.find("not-a-number", this::hand)).isFalse();
    }

    @Test
    void knowsTheAnswerThatAFailureIsAbout() {
        vendor.refusals = 2;
        InterviewReader reader = reader(start(5), Filters.none(), 5);

        assertThatThrownBy(reader::read)
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        e -> assertThat(e.answer().map(VendorResponse::status)).contains(401));
    }

    @Test
    void tellsTheVendorsAccountHowItsCredentialsFared() {
        vendor.refusals = 2;
        assertThatThrownBy(() -> read(start(5), Filters.none(), 5))
                .isInstanceOf(VendorFailure.class);
        assertThat(vendor.fared).containsExactly("BAD_CREDENTIALS");
        vendor.fared.clear();
        vendor.renewed = false;
        vendor.refusals = 1;

        read(start(5), Filters.none(), 5);
        assertThat(vendor.fared).containsExactly("accepted");
    }

    @Test
    void saysThatAnAnswerIsPartialWhenASideCallFailed() {
        listing.omit = true;

        assertThat(read(start(5), Filters.none(), 5).partial()).isTrue();
    }

    @Test
    void asksOnceMoreWithANewTokenWhenTheVendorRefusesTheCredentials() {
        vendor.refusals = 1;

        assertThat(read(start(5), Filters.none(), 5).count()).isEqualTo(5);
        vendor.refusals = 2;
        assertThatThrownBy(() -> read(start(5), Filters.none(), 5))
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(VendorException.Kind.BAD_CREDENTIALS));
    }

    @Test
    void countsWhatLacksTheFieldOfALocalFilter() {
        listing.withoutApplication = true;

        ListResult outcome =
                read(
                        start(5),
                        Filters.of(Map.of(Filter.APPLICATION_ID, List.of("2")), Map.of()),
                        5);

        assertThat(outcome.absent()).containsEntry(Filter.APPLICATION_ID, 23);
        assertThat(outcome.count()).isZero();
    }

    private void readAll(int limit, Filters filters) {
        Cursor cursor = start(limit);
        for (int i = 0; i < 100; i++) {
            ListResult outcome = read(cursor, filters, limit);
            assertThat(outcome.count()).isLessThanOrEqualTo(limit);
            if (outcome.next().isEmpty()) {
                return;
            }
            cursor = outcome.next().get();
        }
        throw new AssertionError("the chain of cursors does not end");
    }

    private static Cursor start(int limit) {
        return new Cursor("account", "", false, limit, Cursor.Place.START);
    }

    private ListResult read(Cursor cursor, Filters filters, int limit) {
        return reader(cursor, filters, limit).read();
    }

    private InterviewReader reader(Cursor cursor, Filters filters, int limit) {
        return InterviewReader.complete(listing, vendor, plan(cursor, filters, limit), this::hand);
    }

    private void hand(Item item, InterviewDraft draft) {
        handed.add(draft.text(Field.ID).string());
    }

    private static Plan plan(Cursor cursor, Filters filters, int limit) {
        Map<Filter, Treatment> treatments =
                filters.asked().stream()
                        .collect(Collectors.toMap(filter -> filter, filter -> Treatment.LOCAL));
        Query query =
                Query.builder(Settings.of(ProviderDescriptor.builder("x").build(), Map.of()))
                        .pageSize(cursor.pageSize())
                        .build();
        return new Plan(cursor, filters, treatments, query, limit);
    }

    /** Interviews that are numbers, in pages of five. */
    private static final class NumberedListing implements Listing<InterviewDraft> {
        private boolean repeat;
        private boolean omit;
        private boolean withoutApplication;
        private int mapped;
        private boolean lookupRefused;
        private String refusedAt = "nowhere";
        private String unmappable = "";
        private String withoutId = "";

        @Override
        public Support support(Settings settings) {
            return Support.builder().local(Filter.APPLICATION_ID).build();
        }

        @Override
        public VendorRequest request(Query query, Position position) {
            if (position.token().equals(refusedAt)) {
                throw new VendorException(VendorException.Kind.BAD_CURSOR, "Not from here.");
            }
            return VendorRequest.get("http://localhost/" + position.token()).build();
        }

        @Override
        public Optional<VendorRequest> lookup(String id, Query query) {
            if (lookupRefused) {
                throw new VendorException(VendorException.Kind.NOT_FOUND, "Ids are numbers.");
            }
            return Optional.empty();
        }

        @Override
        public Page page(VendorResponse response, Query query, Position position) {
            if (response.status() == 401) {
                throw response.failure("");
            }
            Item page = response.json();
            Optional<String> next = page.text("next").optional();
            if (next.isEmpty()) {
                return Page.last(page.each("items"));
            }
            return Page.of(
                    page.each("items"),
                    repeat ? Position.of(1, 0, "5") : Position.of(1, 0, next.get()));
        }

        @Override
        public void join(Page page, Query query, Vendor side) {
            if (omit) {
                page.omit(Field.INTERVIEWERS, "refused");
            }
        }

        @Override
        public void map(Item item, Query query, InterviewDraft draft) {
            mapped++;
            if (!item.text().is(withoutId)) {
                draft.id(item.text());
            }
            if (item.text().is(unmappable)) {
                throw new IllegalStateException("odd record");
            }
            if (!withoutApplication) {
                draft.application(item.text());
            }
        }
    }

    private final class NumberedVendor implements PlainCalls {
        private final AtomicInteger callsLeft = new AtomicInteger(100);
        private final Map<String, VendorException> failures = new ConcurrentHashMap<>();
        private final List<String> fared = new CopyOnWriteArrayList<>();
        private int refusals;
        private boolean renewed;

        @Override
        public VendorResponse send(VendorRequest request) {
            if (callsLeft.getAndDecrement() <= 0) {
                throw new VendorException(VendorException.Kind.EXHAUSTED, "no calls are left");
            }
            if (refusals > 0) {
                refusals--;
                return VendorResponse.of(401, Map.of(), new byte[0]);
            }
            String token = request.url().substring("http://localhost/".length());
            if (failures.containsKey(token)) {
                throw failures.get(token);
            }
            int from = token.isEmpty() ? 0 : Integer.parseInt(token);
            int to = Math.min(ids.size(), from + PAGE);
            String next = to < ids.size() ? "\"" + to + "\"" : "null";
            String body = "{\"items\":" + ids.subList(from, to) + ",\"next\":" + next + "}";
            return VendorResponse.of(200, Map.of(), body.getBytes(UTF_8));
        }

        @Override
        public boolean renewToken() {
            boolean possible = !renewed;
            renewed = true;
            return possible;
        }

        @Override
        public void accepted() {
            fared.add("accepted");
        }

        @Override
        public VendorFailure failed(VendorFailure failure) {
            fared.add(failure.kind().name());
            return failure;
        }

        @Override
        public boolean mayContinue() {
            return callsLeft.get() > 0;
        }
    }
}
