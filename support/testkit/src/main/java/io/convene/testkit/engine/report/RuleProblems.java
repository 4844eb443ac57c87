package io.convene.testkit.engine.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The violations of a rule, collected and reported together; of many only the first. With them, the
 * things that the test vendor could not show.
 */
public final class RuleProblems {
    private static final int MOST = 12;

    private final List<String> sentences = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private int more;

    public synchronized void add(String sentence) {
        if (sentences.contains(sentence)) {
            return;
        }
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        } else {
            more++;
        }
    }

    /** Notes what the test vendor could not show; that is no violation. */
    public synchronized void addGap(String sentence) {
        gaps.add(sentence);
    }

    public synchronized List<String> gaps() {
        return List.copyOf(gaps);
    }

    /** Adds a sentence that comes before all others. */
    public synchronized void first(String sentence) {
        sentences.addFirst(sentence);
    }

    public synchronized boolean isEmpty() {
        return sentences.isEmpty();
    }

    public synchronized List<String> list() {
        List<String> all = new ArrayList<>(sentences);
        if (more > 0) {
            all.add("%s not listed here.".formatted(Counted.are(more, "further problem")));
        }
        return all;
    }
}
