package io.convene.provider.ashby;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.Timestamps;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events of one schedule, seen as one interview. */
record AshbyEvents(List<Item> events) {
    /**
     * The earliest time of that name, as Ashby wrote it; absent without events, and where one of
     * them cannot be read: it may be the earliest.
     */
    Text earliest(String name) {
        return outermost(name, true);
    }

    /** The latest time of that name, by the same rules. */
    Text latest(String name) {
        return outermost(name, false);
    }

    /** The first place that an event names, else the first link to a meeting. */
    Text location() {
        Text place = first("location");
        return place.isPresent() ? place : first("meetingLink");
    }

    /**
     * Adds the ids of all events' interviewers, in order. An event that names none falls back on
     * the deprecated {@code interviewerUserIds}.
     */
    void addInterviewers(InterviewDraft draft) {
        for (Item event : events) {
            if (!add(event.each("interviewers"), draft)) {
                add(event.each("interviewerUserIds"), draft);
            }
        }
    }

    /** Whether there was an id among them. */
    private static boolean add(List<Item> users, InterviewDraft draft) {
        boolean any = false;
        for (Item user : users) {
            Text id = AshbyUsers.user(user);
            any |= id.isPresent();
            draft.interviewer(id);
        }
        return any;
    }

    private Text first(String name) {
        for (Item event : events) {
            if (event.text(name).isPresent()) {
                Text text = event.words(name);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Text.absent();
    }

    /** Parses nothing while there is but one time, as in most schedules. */
    private Text outermost(String name, boolean earliest) {
        Text outermost = Text.absent();
        for (Item event : events) {
            Text time = event.text(name);
            if (!time.isPresent()) {
                if (!event.at(name).isMissing()) {
                    return Text.absent();
                }
                continue;
            }
            if (!outermost.isPresent()) {
                outermost = time;
                continue;
            }
            Optional<Instant> instant = Timestamps.instant(time);
            Optional<Instant> bound = Timestamps.instant(outermost);
            if (instant.isEmpty() || bound.isEmpty()) {
                return Text.absent();
            }
            int order = instant.get().compareTo(bound.get());
            if (earliest ? order < 0 : order > 0) {
                outermost = time;
            }
        }
        return outermost;
    }
}
