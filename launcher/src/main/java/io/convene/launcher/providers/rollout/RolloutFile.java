package io.convene.launcher.providers.rollout;

import io.convene.launcher.providers.version.SemanticVersion;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * {@code rollouts.properties} in the work directory: the leading version of each integration and
 * its rollout, so that a restart does not put a version in front that was rolled back. For each
 * integration {@code <id>=<stable>} or {@code <id>=<stable> <candidate> <phase>}.
 */
final class RolloutFile {
    private static final Logger LOG = System.getLogger(RolloutFile.class.getName());
    private static final String NAME = "rollouts.properties";

    private final Path file;

    /**
     * The content.
     *
     * @param leaders the leading version of each integration
     */
    record Content(Map<String, SemanticVersion> leaders, Map<String, Rollout> rollouts) {}

    RolloutFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** Whether it was written before. */
    boolean exists() {
        return Files.exists(file);
    }

    /** The content as far as it can be read. */
    Content read(int share) {
        Properties lines = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                lines.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(
                        Level.WARNING,
                        "{0} cannot be read ({1}): the newest version of each integration serves all accounts.",
                        file,
                        e);
            }
        }
        Map<String, SemanticVersion> leaders = new HashMap<>();
        Map<String, Rollout> rollouts = new HashMap<>();
        for (String id : lines.stringPropertyNames()) {
            String[] words = lines.getProperty(id).split(" ", -1);
            Optional<SemanticVersion> stable = SemanticVersion.find(words[0]);
            stable.ifPresent(version -> leaders.put(id, version));
            if (stable.isPresent() && words.length == 3) {
                rollout(id, stable.get(), words, share).ifPresent(one -> rollouts.put(id, one));
            }
        }
        return new Content(leaders, rollouts);
    }

    /** Replaces the content; a folder that cannot be written is in the log. */
    void write(Content content) {
        Properties lines = new Properties();
        content.leaders().forEach((id, version) -> lines.setProperty(id, version.toString()));
        content.rollouts()
                .forEach((id, one) ->
                        lines.setProperty(
                                id,
                                "%s %s %s".formatted(one.stable(), one.candidate(), one.phase())));
        StringWriter text = new StringWriter();
        try {
            lines.store(text, "The leading version of each integration. Kept by Convene.");
            Files.createDirectories(file.getParent());
            Path next = Files.createTempFile(file.getParent(), ".rollouts", ".properties");
            Files.writeString(next, text.toString());
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} cannot be written ({1}): after a restart the newest version serves all accounts.",
                    file,
                    e);
        }
    }

    private static Optional<Rollout> rollout(
            String id, SemanticVersion stable, String[] words, int share) {
        try {
            RolloutPhase phase = RolloutPhase.valueOf(words[2]);
            return SemanticVersion.find(words[1])
                    .map(candidate -> new Rollout(id, stable, candidate, phase, share));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
