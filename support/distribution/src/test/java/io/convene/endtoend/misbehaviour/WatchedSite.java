package io.convene.endtoend.misbehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.PlainVendor;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A site of which a caller reads interviews of Greenhouse all the time. Misbehaviour of another
 * bundle must never make one of its requests fail.
 */
final class WatchedSite implements AutoCloseable {
    private static final int EACH_MILLIS = 25;

    private final PlainVendor vendor =
            PlainVendor.start().answer("/list", "{\"items\":[{\"id\":\"i-1\"}]}");
    private final ScheduledExecutorService caller = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger read = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Site site;

    WatchedSite(Path folder) throws IOException {
        site = Site.over(Sandbox.builder().interviews(20).start(), folder, "greenhouse");
        site.allow(vendor.host());
    }

    /** The folder of bundles. */
    Path bundles() {
        return site.providers();
    }

    /** Adds an account of an integration whose provider is an {@link OddProvider}. */
    WatchedSite account(String name, String integration, String fault) {
        Map<String, String> settings = Map.of("base_url", "http://" + vendor.host());
        if (!fault.isEmpty()) {
            settings = Map.of("base_url", "http://" + vendor.host(), "fault", fault);
        }
        site.account(name, integration, Map.of("api_key", "the-key-of-" + name), settings);
        return this;
    }

    /** Starts the command and the caller. */
    WatchedSite start(String configuration) throws IOException {
        site.start(configuration);
        caller.scheduleWithFixedDelay(this::read, 0, EACH_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    Process process() {
        return site.process();
    }

    /** The answer to a list of that account. */
    Answer interviews(String account) throws Exception {
        return site.interviews(account, "");
    }

    /** Reloads, and returns the changes. */
    List<Item> reload() throws Exception {
        Answer answer =
                site.send(
                        "POST",
                        "/admin/providers/reload",
                        Map.of("Authorization", "Bearer " + Site.TOKEN));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().each("changed");
    }

    /** The entries of the list about a jar or folder. */
    List<Item> listed(String bundle) throws Exception {
        return site.get("/admin/providers", Site.TOKEN).json().each("providers").stream()
                .filter(item -> item.text("bundle").is(bundle))
                .toList();
    }

    /** The state, code and reason of a jar or folder. */
    String state(String bundle) throws Exception {
        List<Item> listed = listed(bundle);
        assertThat(listed).as(bundle).hasSize(1);
        Item one = listed.getFirst();
        return "%s %s %s"
                .formatted(
                        one.text("state").string(),
                        one.text("code").optional().orElse(""),
                        one.text("reason").optional().orElse(""));
    }

    /** Lets the caller read some more, and checks that none of its requests has failed so far. */
    void assertUndisturbed() {
        int before = read.get();
        await().until(() -> read.get() > before + 2 || !failures.isEmpty());
        assertThat(failures).isEmpty();
    }

    private void read() {
        try {
            Answer answer = site.interviews("greenhouse", "&limit=5");
            if (answer.status() != 200 || answer.ids().size() != 5) {
                failures.add(answer.status() + " " + answer.text());
            }
        } catch (Exception e) {
            failures.add(e.toString());
        }
        read.incrementAndGet();
    }

    @Override
    public void close() {
        caller.shutdownNow();
        site.close();
        vendor.close();
    }
}
