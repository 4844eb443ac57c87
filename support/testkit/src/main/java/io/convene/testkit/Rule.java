package io.convene.testkit;

/**
 * The rules that a host relies on. Each rule is examined by itself; all but the first need a loaded
 * bundle.
 */
public enum Rule {
    LOADING("The host loads the bundle from its packaged jar."),
    VERSION("The bundle's module carries its version."),
    HOST_MODULES("The bundle carries no copy of a module that the host offers."),
    BOUND_TYPES("A type that is bound to JSON is public, in a package exported or opened to all."),
    TRANSLATION("The bundle only translates: no connections, files, processes, threads or clocks."),
    DESCRIPTOR("The descriptor is complete, and every default address is on a declared host."),
    DECLARED_FIELDS("Every declared field is filled."),
    UNDECLARED_FIELDS("A field that is not declared is never filled."),
    VALUES(
            "Every field of every interview has the value of the vendor's data, in the vendor's order."),
    FILTERS(
            "Every filter gives exactly the interviews that a filter over the vendor's data gives."),
    FILTER_PAIRS(
            "Two filters at once give exactly the interviews that both over the vendor's data give."),
    PAGING("Every page size gives the whole list, each interview once, and ends."),
    CAPPED_PAGES("A page with fewer records than were asked for is not taken for the last one."),
    REPEATED_PAGES("A vendor that gives the same page again and again ends in a failure."),
    TOTALS("Where the vendor states how many interviews there are, so does each page."),
    POSITIONS("A position that is none of the bundle's is refused as BAD_CURSOR."),
    LOOKUP("Where interviews can be found by id, each is."),
    ERRORS(
            "Every refusal and every unusable answer is thrown as the right kind of VendorException."),
    ODD_RECORDS("A record of an odd shape costs itself and no other."),
    ODD_ENVELOPES("A page of an odd shape gives the same interviews or is refused."),
    HOSTS(
            "No request goes to a host that is not declared, and every address can be moved by a setting."),
    CONCURRENCY("Many requests at once do not disturb each other."),
    UNLOADING("Once it is let go, nothing of the bundle stays in memory.");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    /** The rule as one sentence. */
    public String sentence() {
        return sentence;
    }
}
