package io.convene.provider.ashby;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.Timestamps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events of one schedule, seen as one interview. */
record AshbyEvents(List<Item> events) {
    /** The earliest time of that name, as Ashby wrote it; absent without events. */
    Text earliest(String name) {
        return outermost(name, true);
    }

    /** The latest time of that name, as Ashby wrote it; absent without events. */
    Text latest(String name) {
        return outermost(name, false);
    }

    /** The first place that an event names, else the first link to a meeting. */
    Text location() {
        Text place = first("location");
        return place.isPresent() ? place : first("meetingLink");
    }

    /**
     * The ids of all events' interviewers, in order, perhaps with repetitions. An event that names
     * none falls back on the deprecated {@code interviewerUserIds}.
     */
    List<Text> interviewers() {
        List<Text> ids = new ArrayList<>();
        for (Item event : events) {
            List<Text> named = ids(event.each("interviewers"));
            ids.addAll(named.isEmpty() ? ids(event.each("interviewerUserIds")) : named);
        }
        return ids;
    }

    private static List<Text> ids(List<Item> users) {
        return users.stream().map(AshbyCalls::id).filter(Text::isPresent).toList();
    }

    private Text first(String name) {
        for (Item event : events) {
            Text text = event.text(name);
            if (text.isPresent()) {
                return text;
            }
        }
        return Text.absent();
    }

    /** Parses nothing while there is but one time, as in most schedules. */
    private Text outermost(String name, boolean earliest) {
        Text outermost = Text.absent();
        for (Item event : events) {
            Text time = event.text(name);
            if (!outermost.isPresent() || isFurther(time, outermost, earliest)) {
                outermost = time;
            }
        }
        return outermost;
    }

    private static boolean isFurther(Text time, Text other, boolean earlier) {
        Optional<Instant> instant = Timestamps.instant(time);
        Optional<Instant> bound = Timestamps.instant(other);
        if (instant.isEmpty() || bound.isEmpty()) {
            return instant.isPresent();
        }
        return earlier ? instant.get().isBefore(bound.get()) : instant.get().isAfter(bound.get());
    }
}
