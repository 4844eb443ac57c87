package io.convene.bench;

import io.convene.bench.process.VendorPage;
import io.convene.bench.process.Wiring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All there is to measure, by name, in the order of the results. */
final class Sections {
    private static final VendorPage ASHBY = new VendorPage("ashby", 100);
    private static final VendorPage GREENHOUSE = new VendorPage("greenhouse", 100);

    /** The sections that are measured by default. */
    static final List<String> USUAL =
            List.of(
                    "ashby",
                    "greenhouse",
                    "tls-vendor",
                    "tls-both",
                    "sizes",
                    "latency",
                    "stream",
                    "start",
                    "accounts",
                    "waiting",
                    "overload",
                    "warmup",
                    "replicas",
                    "jmh");

    private static final Map<String, Section> ALL = new LinkedHashMap<>();

    static {
        ALL.put("ashby", new PageSection("Ashby page of 100 interviews", ASHBY, Wiring.PLAIN));
        ALL.put(
                "greenhouse",
                new PageSection(
                        "Greenhouse page of 100 interviews, three vendor calls",
                        GREENHOUSE,
                        Wiring.PLAIN));
        ALL.put(
                "tls-vendor",
                new PageSection("Ashby page, TLS to the vendor", ASHBY, new Wiring(true, false)));
        ALL.put(
                "tls-both",
                new PageSection(
                        "Ashby page, TLS to the vendor and to callers (nginx before every server)",
                        ASHBY,
                        new Wiring(true, true)));
        ALL.put("sizes", new SizeSection());
        ALL.put("latency", new LatencySection());
        ALL.put("stream", new StreamSection());
        ALL.put("start", new StartSection());
        ALL.put("accounts", new AccountsSection());
        ALL.put("waiting", new WaitingSection());
        ALL.put("overload", new OverloadSection());
        ALL.put("warmup", new WarmUpSection());
        ALL.put("replicas", new ReplicasSection());
        ALL.put("jmh", new InProcessSection());
        ALL.put("heap", new HeapSection());
        ALL.put("profile", new ProfileSection());
    }

    private Sections() {}

    /**
     * The section of that name.
     *
     * @throws BenchException when there is none
     */
    static Section named(String name) {
        Section section = ALL.get(name);
        if (section == null) {
            throw new BenchException(
                    "there is no section '" + name + "', only " + String.join(",", ALL.keySet()));
        }
        return section;
    }

    /** All names, separated by commas. */
    static String names() {
        return String.join(",", ALL.keySet());
    }
}
