package io.convene.allocation;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.launcher.api.answer.ArraySink;
import io.convene.launcher.api.answer.UnifiedForm;
import io.convene.launcher.egress.VendorCalls;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.query.InterviewReader;
import io.convene.launcher.query.Plan;

import java.util.Set;

/** A page as the endpoint answers it, from the vendor's bytes to the answer's, without HTTP. */
final class PageAnswer {
    private PageAnswer() {}

    /** Reads and writes it; returns how many interviews there were. */
    static int write(Listing<InterviewDraft> listing, VendorCalls vendor, Plan plan) {
        JsonBuffer out = new JsonBuffer();
        ArraySink sink = new ArraySink(out, new UnifiedForm(Set.of()));
        int count = InterviewReader.complete(listing, vendor, plan, sink).read().count();
        // As when the answer was sent.
        out.release();
        return count;
    }
}
