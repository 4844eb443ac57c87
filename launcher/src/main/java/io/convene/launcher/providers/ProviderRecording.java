package io.convene.launcher.providers;

import io.convene.launcher.providers.rollout.RolloutChange;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderEvent;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

import java.util.function.Consumer;

/**
 * Writes the life of bundles into the JDK's flight recorder: {@code io.convene.ProviderState} for
 * each state that a bundle reached, {@code io.convene.ProviderRollout} for each change of the
 * version that accounts get.
 */
public final class ProviderRecording implements Consumer<ProviderEvent> {
    /** A bundle reached a state. */
    @Name("io.convene.ProviderState")
    @Label("Provider State")
    @Description("A bundle reached a state")
    @Category("Convene")
    @StackTrace(false)
    static final class StateEvent extends Event {
        @Label("Bundle")
        String bundle = "";

        @Label("Integration")
        String integration = "";

        @Label("Version")
        String version = "";

        @Label("State")
        String state = "";

        @Label("Code")
        String code = "";

        @Label("Reason")
        String reason = "";

        @Label("Generation")
        String generation = "";
    }

    /** Other accounts get another version. */
    @Name("io.convene.ProviderRollout")
    @Label("Provider Rollout")
    @Description("The version that accounts get has changed")
    @Category("Convene")
    @StackTrace(false)
    static final class RolloutEvent extends Event {
        @Label("Integration")
        String integration = "";

        @Label("Stable Version")
        String stable = "";

        @Label("Candidate Version")
        String candidate = "";

        @Label("Action")
        String action = "";

        @Label("Reason")
        String reason = "";
    }

    /** Must receive every event from the first bundle on. */
    public ProviderRecording() {}

    @Override
    public void accept(ProviderEvent event) {
        StateEvent written = new StateEvent();
        if (!written.shouldCommit()) {
            return;
        }
        written.bundle = event.bundle();
        written.integration = event.id().orElse("");
        written.version = event.version().orElse("");
        written.state = event.state().name();
        written.code = event.code().map(ProviderCode::code).orElse("");
        written.reason = event.reason().orElse("");
        written.generation = event.generation().orElse("");
        written.commit();
    }

    /** Records also the rollouts from now on. */
    public void watch(Providers providers) {
        providers.whenRolledOut(ProviderRecording::rolledOut);
    }

    private static void rolledOut(RolloutChange change) {
        RolloutEvent written = new RolloutEvent();
        if (!written.shouldCommit()) {
            return;
        }
        written.integration = change.rollout().id();
        written.stable = change.rollout().stable().toString();
        written.candidate = change.rollout().candidate().toString();
        written.action = change.action().name();
        written.reason = change.reason();
        written.commit();
    }
}
