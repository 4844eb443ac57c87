package io.convene.launcher.query;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Query;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.containment.FaultKind;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Maps one record, so that an odd one costs itself alone. */
final class Mapping {
    private static final Logger LOG = System.getLogger(Mapping.class.getName());

    private Mapping() {}

    /**
     * Fills the draft as far as the record can be mapped, and returns whether that is the record:
     * not when the bundle fails at it, or finds no id in it.
     */
    static boolean map(
            Listing<InterviewDraft> listing, Item item, Query query, InterviewDraft draft) {
        draft.clear();
        try {
            listing.map(item, query, draft);
            return draft.text(Field.ID).isPresent();
        } catch (BundleFault e) {
            // In the log already. Time that is over is not one record's matter.
            if (e.kind() != FaultKind.THREW) {
                throw e;
            }
            return false;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    () -> "a record could be mapped in part only: " + e.getClass().getName());
            return false;
        }
    }
}
