package io.convene.launcher.cli.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;

/** Moves of files within one file system that can be undone together. */
final class Moves {
    private record Move(Path from, Path to) {}

    private final Deque<Move> done = new ArrayDeque<>();

    /** Moves a file or folder in one step. */
    void move(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            throw new IOException("there is a file %s already".formatted(to));
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        done.push(new Move(from, to));
    }

    /** Moves everything back, as far as the system lets it. */
    void undo() {
        while (!done.isEmpty()) {
            Move last = done.pop();
            try {
                Files.move(last.to(), last.from(), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // The moves before it may still be undone.
            }
        }
    }
}
