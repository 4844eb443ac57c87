package io.convene.testkit;

import java.util.Locale;

/**
 * How much the kit has shown about a bundle. Each tier contains the ones before it. A rule that was
 * not examined shows nothing, so a bundle never earns a tier by it.
 *
 * @since 0.1.0
 */
public enum Tier {
    /** The bundle loads, lists, pages, and refuses honestly. */
    BRONZE("The rules of this tier are kept: it loads, lists, pages, and refuses honestly."),
    /** Every rule is kept that does not need the author's expected values. */
    SILVER("Every rule but VALUES is kept, and VALUES is not broken."),
    /** Every value is compared with the author's, and nothing was left out. */
    GOLD("VALUES is kept too, with remoteData() of every interview, and capped pages were seen."),
    /** The bundle's own tests are strong, and it needs no newer SPI than it uses. */
    PLATINUM(
            "Its tests detect 85 % of pitest's mutants, and its code needs exactly the SPI that it requires.");

    private final String sentence;

    Tier(String sentence) {
        this.sentence = sentence;
    }

    /** The condition for the tier, after those of the tiers before it. */
    public String sentence() {
        return sentence;
    }

    /** The name as reports write it, such as {@code gold}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
