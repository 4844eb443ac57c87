package io.convene.testkit;

import io.convene.core.Interview;
import io.convene.testkit.engine.interviews.InterviewJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * The examination of one packaged bundle, without a test framework around it. Not thread-safe;
 * closing it stops the vendor.
 *
 * @since 0.1.0
 */
public final class Conformance implements AutoCloseable {
    private final Path bundle;
    private final TestVendor vendor;
    private final Path work;
    private final HostLayer host;

    private Conformance(Path bundle, TestVendor vendor, Path work, HostLayer host) {
        this.bundle = bundle;
        this.vendor = vendor;
        this.work = work;
        this.host = host;
    }

    /**
     * Loads a bundle as the host does, and starts its vendor. One rule may take a minute, or as
     * long as the system property {@code convene.kit.time-limit} says.
     *
     * @param bundle a jar, or the folder of a jar and its private dependencies
     * @throws TestkitException when there is no such file, or the host's own modules are missing
     */
    public static Conformance of(Path bundle, TestVendor vendor) {
        return of(bundle, vendor, KitProperties.timeLimit());
    }

    /**
     * The same with another limit.
     *
     * @param limit how long the examination of one rule may take; a rule that takes longer is
     *     broken, and the verdict names the bundle's method that did not return
     * @throws TestkitException as above
     */
    public static Conformance of(Path bundle, TestVendor vendor, Duration limit) {
        if (!Files.exists(bundle)) {
            throw new TestkitException(
                    "There is no bundle at " + bundle.toAbsolutePath() + ": package it first.");
        }
        Path work = temporary();
        try {
            vendor.start();
            return new Conformance(
                    bundle, vendor, work, HostLayer.open(work, facts(bundle, vendor, work, limit)));
        } catch (RuntimeException e) {
            vendor.close();
            delete(work);
            throw e;
        }
    }

    /** The result of examining that rule. */
    public Verdict examine(Rule rule) {
        Map<String, List<String>> found = host.examine(rule.name());
        return new Verdict(
                rule,
                found.getOrDefault("problems", List.of()),
                found.getOrDefault("skipped", List.of()).stream().findFirst(),
                found.getOrDefault("gaps", List.of()));
    }

    /** The results of examining every rule, in their order. */
    public List<Verdict> examineAll() {
        return Arrays.stream(Rule.values()).map(this::examine).toList();
    }

    /**
     * The tier that the bundle earns.
     *
     * @param verdicts the results of all rules; a rule without a result counts as not examined
     * @param mutations the {@code mutations.xml} of pitest about the bundle's classes, which only
     *     platinum needs
     * @return the tier, and what the next one lacks
     */
    public TierReport tier(List<Verdict> verdicts, Optional<Path> mutations) {
        return TierReport.of(
                verdicts,
                () ->
                        Stream.concat(
                                        host
                                                .examine("spi")
                                                .getOrDefault("gaps", List.of())
                                                .stream(),
                                        MutationScore.missing(
                                                mutations, BundleFiles.classes(bundle))
                                                .stream())
                                .toList());
    }

    /**
     * Writes the earned tier as {@code META-INF/convene/conformance.json} into the bundle's own
     * jar; nothing when no tier was earned. The rest of the jar keeps its order, contents and
     * times: writing again gives the same bytes. Sign the jar afterwards.
     *
     * @param report of {@link #tier}
     * @throws TestkitException when the jar is signed or cannot be written
     */
    public void writeReport(TierReport report) {
        report.earned()
                .ifPresent(tier ->
                        new ReportedBundle(BundleFiles.jars(bundle), BundleFiles.main(bundle))
                                .write(tier, host.kit(), host.spi()));
    }

    @Override
    public void close() {
        host.close();
        vendor.close();
        delete(work);
    }

    // The JDK's types only: the examination has classes of its own by the same names.
    private static Map<String, Object> facts(
            Path bundle, TestVendor vendor, Path work, Duration limit) {
        Map<String, List<List<Object>>> refusals = new LinkedHashMap<>();
        vendor.refusals()
                .forEach((kind, replies) ->
                        refusals.put(
                                kind,
                                replies.stream()
                                        .map(reply ->
                                                List.<Object>of(
                                                        reply.status(),
                                                        reply.headers(),
                                                        reply.bytes()))
                                        .toList()));
        List<String> truth = new ArrayList<>();
        Map<String, String> remoteData = new LinkedHashMap<>();
        for (Interview interview : vendor.truth()) {
            truth.add(InterviewJson.written(interview));
            interview
                    .id()
                    .ifPresent(id ->
                            vendor.remoteData(id).ifPresent(record -> remoteData.put(id, record)));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("bundle", bundle.toAbsolutePath().normalize());
        facts.put("work", work);
        facts.put("now", vendor.now());
        facts.put("credentials", Map.copyOf(vendor.credentials()));
        facts.put("settings", Map.copyOf(vendor.settings()));
        facts.put("interviews", List.copyOf(vendor.interviewIds()));
        facts.put("truth", truth);
        facts.put("remoteData", remoteData);
        facts.put("within", Map.copyOf(vendor.within()));
        facts.put("statuses", Map.copyOf(vendor.statuses()));
        facts.put("refusals", refusals);
        IntPredicate capPages = vendor::capPages;
        facts.put("capPages", capPages);
        facts.put("limit", limit);
        return facts;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("convene-testkit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder of the temporary ones, as far as the system lets it. */
    static void delete(Path folder) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(files::add);
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Some systems keep jars that are still open; it is the temporary folder.
        }
    }
}
