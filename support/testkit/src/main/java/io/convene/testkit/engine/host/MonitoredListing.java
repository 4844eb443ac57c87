package io.convene.testkit.engine.host;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.testkit.engine.report.ContractViolation;
import io.convene.testkit.engine.report.Thrown;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/** A bundle's listing whose calls are monitored, and which lets no null through. */
final class MonitoredListing extends ForwardingListing {
    private final CallMonitor monitor;

    MonitoredListing(Listing<InterviewDraft> listing, CallMonitor monitor) {
        super(listing);
        this.monitor = monitor;
    }

    /**
     * Calls a method that must return something.
     *
     * @param instead the value it must return instead of null
     * @throws ContractViolation when it returns null
     */
    static <T> T present(CallMonitor monitor, String method, String instead, Supplier<T> action) {
        @Nullable T returned = monitor.during(method, action);
        if (returned == null) {
            throw new ContractViolation("%s() returned null: %s.".formatted(method, instead));
        }
        return returned;
    }

    @Override
    public Support support(Settings settings) {
        return present(
                monitor,
                "support",
                "return what Support.builder() builds",
                () -> super.support(settings));
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        return present(
                monitor,
                "request",
                "return a VendorRequest, or throw a VendorException of kind BAD_CURSOR for a position that is not the bundle's",
                () -> super.request(query, position));
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        return present(
                monitor,
                "page",
                "return Page.of or Page.last, or throw a VendorException for an answer that is not a page",
                () -> super.page(response, query, position));
    }

    @Override
    public Optional<VendorRequest> lookup(String id, Query query) {
        return present(
                monitor,
                "lookup",
                "return Optional.empty() where the vendor has no such request",
                () -> super.lookup(id, query));
    }

    @Override
    public void join(Page page, Query query, Vendor vendor) {
        monitor.during(
                "join",
                () -> {
                    super.join(page, query, vendor);
                    return page;
                });
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        try {
            monitor.during(
                    "map",
                    () -> {
                        super.map(item, query, draft);
                        return draft;
                    });
        } catch (RuntimeException e) {
            Optional<String> setter = nullSetter(e);
            if (setter.isPresent()) {
                nothing(setter.get());
                throw e;
            }
            monitor.failures()
                    .add(
                            "map() threw %s. The record keeps only the fields set before: an absent or odd value must cost its own field alone."
                                    .formatted(Thrown.said(e)));
            throw e;
        } finally {
            withoutNulls(draft);
        }
    }

    @SuppressWarnings("ConstantValue") // a bundle may be compiled without null checks
    private void withoutNulls(InterviewDraft draft) {
        for (Field field : Field.values()) {
            @Nullable Text text = draft.text(field);
            if (text == null) {
                nothing(field.text());
                clear(field, draft);
            }
        }
    }

    /** The setter of the draft that was given null, if that was the mistake. */
    private static Optional<String> nullSetter(RuntimeException thrown) {
        Optional<String> setter = Optional.empty();
        if (thrown instanceof NullPointerException) {
            for (StackTraceElement frame : thrown.getStackTrace()) {
                String type = frame.getClassName();
                if (type.equals(InterviewDraft.class.getName())) {
                    setter = Optional.of(frame.getMethodName());
                } else if (!type.startsWith("io.convene.core.") && !type.startsWith("java.")) {
                    return setter;
                }
            }
        }
        return setter;
    }

    private void nothing(String field) {
        monitor.nulls()
                .add("map() set %s to null: leave it out, or set Text.absent().".formatted(field));
    }

    private static void clear(Field field, InterviewDraft draft) {
        switch (field) {
            case ID -> draft.id(Text.absent());
            case APPLICATION -> draft.application(Text.absent());
            case CANDIDATE -> draft.candidate(Text.absent());
            case JOB_INTERVIEW_STAGE -> draft.jobInterviewStage(Text.absent());
            case ORGANIZER -> draft.organizer(Text.absent());
            case LOCATION -> draft.location(Text.absent());
            case START_AT -> draft.startAt(Text.absent());
            case END_AT -> draft.endAt(Text.absent());
            case CREATED_AT -> draft.createdAt(Text.absent());
            case UPDATED_AT -> draft.updatedAt(Text.absent());
            case INTERVIEWERS, STATUS, REMOTE_DATA -> {
                // Never null: these have no text.
            }
        }
    }
}
