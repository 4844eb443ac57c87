package io.convene.testkit.engine.interviews;

import java.util.List;
import java.util.Optional;

/**
 * A whole list, read answer by answer.
 *
 * @param rows every interview in the order it came
 * @param partial whether an answer said that something is missing
 * @param unmapped how many records could be mapped in part only
 * @param unended why reading stopped before the end, if it did
 */
public record WholeList(
        List<InterviewRow> rows, boolean partial, int unmapped, Optional<String> unended) {}
