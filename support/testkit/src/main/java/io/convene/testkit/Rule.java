package io.convene.testkit;

/**
 * The rules that a host relies on. Each rule is examined by itself; all but the first need a loaded
 * bundle.
 *
 * @since 0.1.0
 */
public enum Rule {
    LOADING(Tier.BRONZE, "The host loads the bundle from its packaged jar."),
    VERSION(Tier.BRONZE, "The bundle's module carries its version."),
    HOST_MODULES(Tier.BRONZE, "The bundle carries no copy of a module that the host offers."),
    BOUND_TYPES("A type that is bound to JSON is public, in a package exported or opened to all."),
    TRANSLATION(
            Tier.BRONZE,
            "The bundle only translates: no connections, files, processes, threads, clocks or reflection."),
    DESCRIPTOR(
            Tier.BRONZE,
            "The descriptor is complete, and every default address is on a declared host."),
    DECLARED_FIELDS(Tier.BRONZE, "Every declared field is filled."),
    UNDECLARED_FIELDS("A field that is not declared is never filled."),
    VALUES(
            Tier.GOLD,
            "Every field of every interview has the value of the vendor's data, in the vendor's order."),
    FILTERS(
            "Every filter gives exactly the interviews that a filter over the vendor's data gives."),
    FILTER_PAIRS(
            "Two filters at once give exactly the interviews that both over the vendor's data give."),
    PAGING(Tier.BRONZE, "Every page size gives the whole list, each interview once, and ends."),
    CAPPED_PAGES("A page with fewer records than were asked for is not taken for the last one."),
    REPEATED_PAGES("A vendor that gives the same page again and again ends in a failure."),
    TOTALS("Where the vendor states how many interviews there are, so does each page."),
    POSITIONS(Tier.BRONZE, "A position that is none of the bundle's is refused as BAD_CURSOR."),
    LOOKUP("Where interviews can be found by id, each is."),
    ERRORS(
            Tier.BRONZE,
            "Every refusal and every unusable answer is thrown as the right kind of VendorException."),
    ODD_RECORDS("A record of an odd shape costs itself and no other."),
    ODD_ENVELOPES("A page of an odd shape gives the same interviews or is refused."),
    HOSTS(
            Tier.BRONZE,
            "No request goes to a host that is not declared, and every address can be moved by a setting."),
    CONCURRENCY("Many requests at once do not disturb each other."),
    UNLOADING("Once it is let go, nothing of the bundle stays in memory.");

    private final Tier tier;
    private final String sentence;

    Rule(String sentence) {
        this(Tier.SILVER, sentence);
    }

    Rule(Tier tier, String sentence) {
        this.tier = tier;
        this.sentence = sentence;
    }

    /** The lowest tier that needs the rule. */
    public Tier tier() {
        return tier;
    }

    /** The rule as one sentence. */
    public String sentence() {
        return sentence;
    }
}
