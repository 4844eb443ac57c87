package io.convene.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A pitest report about a bundle's own classes. */
final class MutationScore {
    private static final int THRESHOLD = 85;
    private static final int FEWEST = 20;

    private final Set<String> classes = new HashSet<>();
    private final Set<String> mutated = new HashSet<>();
    private int all;
    private int detected;

    private MutationScore(Set<String> classes) {
        this.classes.addAll(classes);
    }

    /**
     * Why the report does not show that the bundle's tests are strong.
     *
     * @param report pitest's {@code mutations.xml}
     * @param classes the bundle's own classes that have code, by their names with dots, without
     *     nested ones
     */
    static List<String> missing(Optional<Path> report, Set<String> classes) {
        if (report.isEmpty()) {
            return List.of(
                    "There is no report of mutants: run pitest with the output format XML and name its mutations.xml with -D%s."
                            .formatted(KitProperties.MUTATIONS));
        }
        MutationScore score = new MutationScore(classes);
        try {
            score.read(report.get());
        } catch (IOException | XMLStreamException e) {
            return List.of(
                    "The report of mutants %s cannot be read: %s"
                            .formatted(report.get(), e.getMessage()));
        }
        return score.missing();
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (all < FEWEST) {
            missing.add(
                    "The report has %d mutants of the bundle's own classes; %d are the least that show anything."
                            .formatted(all, FEWEST));
        } else if (detected * 100L < all * (long) THRESHOLD) {
            missing.add(
                    "The bundle's tests detect %d of %d mutants, which is less than %d %%."
                            .formatted(detected, all, THRESHOLD));
        }
        if (mutated.size() * 2 < classes.size()) {
            missing.add(
                    "The report has mutants of %d of the bundle's %d classes; at least half must be tested."
                            .formatted(mutated.size(), classes.size()));
        }
        return missing;
    }

    private void read(Path report) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            boolean killed = false;
            while (xml.hasNext()) {
                xml.next();
                if (!xml.isStartElement()) {
                    continue;
                }
                if (xml.getLocalName().equals("mutation")) {
                    killed = "true".equals(xml.getAttributeValue(null, "detected"));
                } else if (xml.getLocalName().equals("mutatedClass")) {
                    add(xml.getElementText().strip(), killed);
                }
            }
        }
    }

    // Reports may have classes of other modules, which say nothing about this one.
    private void add(String name, boolean killed) {
        String outer = name.replaceFirst("\\$.*", "");
        if (classes.contains(outer)) {
            mutated.add(outer);
            all++;
            detected += killed ? 1 : 0;
        }
    }
}
