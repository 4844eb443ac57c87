package io.convene.launcher;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that are nearly those of a collection: good ones, with some things done to them. */
public final class RandomText {
    private static final int LONGEST = 16 * 1024;

    private final List<String> good;
    private final List<String> fragments;

    /**
     * Texts like these.
     *
     * @param fragments the texts to insert
     */
    public RandomText(List<String> good, List<String> fragments) {
        this.good = List.copyOf(good);
        this.fragments = List.copyOf(fragments);
    }

    /** A good text with up to five things done to it. */
    public String any(RandomGenerator random) {
        return damaged(pick(random, good), random, random.nextInt(6));
    }

    /** The text with that many things done to it. */
    public String damaged(String whole, RandomGenerator random, int times) {
        String text = whole;
        for (int i = 0; i < times && text.length() < LONGEST; i++) {
            text = damagedOnce(text, random);
        }
        return text;
    }

    /** Any of these. */
    public static <T> T pick(RandomGenerator random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String damagedOnce(String text, RandomGenerator random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(1, 12));
        String head = text.substring(0, from);
        String piece = text.substring(from, to);
        String tail = text.substring(to);
        return switch (random.nextInt(9)) {
            case 0 -> head;
            case 1 -> head + tail;
            case 2 -> head + piece + piece + tail;
            case 3 -> head + piece.repeat(random.nextInt(1, 300)) + tail;
            case 4 -> head + pick(random, good) + tail;
            case 5 -> head + (char) random.nextInt(0x180) + tail;
            case 6 -> head + (char) random.nextInt(0x10000) + piece + tail;
            case 7 -> head + pick(random, fragments) + tail;
            default -> head + pick(random, fragments) + piece + tail;
        };
    }
}
