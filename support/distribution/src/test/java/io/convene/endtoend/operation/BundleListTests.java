package io.convene.endtoend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Item;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** What {@code GET /admin/providers} says of the bundles of the distribution. */
@Timeout(120)
class BundleListTests {
    private static Site site;
    private static List<Item> listed;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = Site.over(Sandbox.builder().interviews(20).start(), folder, "ashby").start();
        listed = site.get("/admin/providers", Site.TOKEN).json().each("providers");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void hasBundlesOfBothMinorVersionsOfTheSpi() {
        assertThat(listed).allSatisfy(one -> assertThat(one.text("state").is("ACTIVE")).isTrue());
        assertThat(one("ashby").text("spi").string()).isEqualTo(">=1.1.0 <2.0.0");
        assertThat(one("greenhouse").text("spi").string()).isEqualTo(">=1.0.0 <2.0.0");
    }

    @Test
    void namesThePageAboutCredentialsOfBundlesThatSayIt() {
        assertThat(one("ashby").text("documentation").string())
                .startsWith("https://docs.ashbyhq.com/");
        assertThat(one("greenhouse").text("documentation").isPresent()).isFalse();
    }

    private static Item one(String id) {
        return listed.stream().filter(item -> item.text("id").is(id)).findFirst().orElseThrow();
    }
}
