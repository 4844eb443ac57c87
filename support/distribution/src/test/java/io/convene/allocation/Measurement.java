package io.convene.allocation;

import com.sun.management.ThreadMXBean;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.launcher.query.Cursor;
import io.convene.launcher.query.Filters;
import io.convene.launcher.query.Plan;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints, for the bundles in a folder, how many bytes one mapped interview allocates: from the
 * vendor's bytes through items and drafts to the answer's bytes, on one thread.
 *
 * <p>Run it with the first compiler alone, which allocates every object in the code. The second
 * compiler removes allocations that it can prove to be unnecessary. That depends on inlining and so
 * on chance, and the number would differ in every run.
 */
final class Measurement {
    /** Options for the Java runtime under which the number is the same in every run. */
    static final List<String> JAVA_OPTIONS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    // The size of objects, whatever is usual in later releases.
                    "-XX:+UseCompressedOops",
                    "-XX:-UseCompactObjectHeaders");

    private static final int WARM_UP = 200;
    private static final int ROUNDS = 10;
    private static final int PAGES = 20;

    private final VendorPage page;
    private final Listing<InterviewDraft> listing;
    private final Plan plan;
    private final FixedVendor vendor;

    private Measurement(VendorPage page, AtsProvider provider) {
        this.page = page;
        this.listing = provider.interviews().orElseThrow();
        this.plan = plan(Settings.of(provider.descriptor(), Map.of()));
        this.vendor = new FixedVendor(page::bytes);
    }

    /** Argument: the folder of the bundles. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        for (VendorPage page : VendorPage.values()) {
            String id = page.name().toLowerCase(Locale.ROOT);
            for (Path bundle : bundles(Path.of(arguments[0]), id)) {
                URL[] path = {bundle.toUri().toURL()};
                try (URLClassLoader loader = new URLClassLoader(path)) {
                    AtsProvider provider = provider(bundle, loader);
                    System.out.println(id + "=" + new Measurement(page, provider).bytes());
                }
            }
        }
    }

    private static List<Path> bundles(Path folder, String id) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> bundles = Files.newDirectoryStream(folder, id + "-*.jar")) {
            bundles.forEach(found::add);
        }
        return found;
    }

    /** Taken from the class path, because the launcher is there. */
    private static AtsProvider provider(Path bundle, ClassLoader loader)
            throws ReflectiveOperationException {
        String type =
                ModuleFinder.of(bundle).findAll().stream()
                        .flatMap(module -> module.descriptor().provides().stream())
                        .filter(provides -> provides.service().equals(AtsProvider.class.getName()))
                        .map(provides -> provides.providers().getFirst())
                        .findFirst()
                        .orElseThrow();
        return (AtsProvider) loader.loadClass(type).getConstructor().newInstance();
    }

    /** The least of several rounds: whatever else a round allocates is done once. */
    private long bytes() {
        answer(WARM_UP);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            answer(PAGES);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least / PAGES / page.size();
    }

    private void answer(int times) {
        for (int i = 0; i < times; i++) {
            int count = PageAnswer.write(listing, vendor, plan);
            if (count != page.size()) {
                throw new IllegalStateException(page + " became " + count + " interviews");
            }
        }
    }

    /** The plan of the endpoint for a request with these filters only. */
    private Plan plan(Settings settings) {
        Support support = listing.support(settings);
        Filters filters = Filters.of(page.filters(), Map.of());
        Query.Builder query = Query.builder(settings);
        filters.applyTo(query);
        for (Field field : support.expands()) {
            if (!support.fills(field)) {
                query.skip(field);
            }
        }
        Cursor start = new Cursor("account", filters.canonical(), false, 100, Cursor.Place.START);
        return new Plan(start, filters, Map.of(), query.build(), page.size());
    }
}
