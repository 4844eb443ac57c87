package io.convene.bench.jmh;

import io.convene.bench.BenchException;
import io.convene.bench.upstream.AshbyPage;
import io.convene.bench.upstream.GreenhousePage;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorResponse;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The vendors' pages of 100 interviews, as bytes, as items and mapped. */
@State(Scope.Thread)
public class PageState {
    /** The property with the folder of the bundles. */
    public static final String BUNDLES = "bench.bundles";

    /** Whose page. */
    @Param({"ashby", "greenhouse"})
    public String vendor = "ashby";

    private static final int SIZE = 100;

    /** The objects that exist once per vendor. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Prepared(
            Listing<InterviewDraft> listing,
            Query query,
            byte[] body,
            List<Item> items,
            List<InterviewDraft> drafts) {
        Page page() {
            return listing.page(VendorResponse.of(200, Map.of(), body), query, Position.start());
        }
    }

    private @Nullable Prepared prepared;

    /** Reads and maps the page once. */
    @Setup(Level.Trial)
    public void prepare() {
        Path bundles =
                Path.of(
                        System.getProperty(
                                BUNDLES, "support/distribution/target/convene/providers"));
        AtsProvider provider = PackagedProvider.load(bundles, vendor);
        Listing<InterviewDraft> listing =
                provider.interviews()
                        .orElseThrow(() -> new BenchException(vendor + " has no interviews"));
        Query query = query(listing, Settings.of(provider.descriptor(), Map.of()));
        GreenhousePage greenhouse = GreenhousePage.first(SIZE);
        byte[] body = vendor.equals("ashby") ? AshbyPage.first(SIZE) : greenhouse.interviews();
        Page page = new Prepared(listing, query, body, List.of(), List.of()).page();
        listing.join(page, query, new FixedVendor(greenhouse));
        List<InterviewDraft> drafts = new ArrayList<>();
        for (Item item : page.items()) {
            InterviewDraft draft = InterviewDraft.empty();
            listing.map(item, query, draft);
            drafts.add(draft);
        }
        prepared = new Prepared(listing, query, body, page.items(), drafts);
    }

    /** The query of a request without parameters. */
    private static Query query(Listing<InterviewDraft> listing, Settings settings) {
        Query.Builder query = Query.builder(settings);
        listing.support(settings).expands().forEach(query::skip);
        return query.build();
    }

    /** Cuts the bytes into items. */
    Page page() {
        return prepared().page();
    }

    /** Maps an item. */
    void map(Item item, InterviewDraft draft) {
        prepared().listing().map(item, prepared().query(), draft);
    }

    /** The page's items with their joined rows. */
    public List<Item> items() {
        return prepared().items();
    }

    /** The page's interviews, in the items' order. */
    public List<InterviewDraft> drafts() {
        return prepared().drafts();
    }

    private Prepared prepared() {
        return Objects.requireNonNull(prepared, "prepare was not called");
    }
}
