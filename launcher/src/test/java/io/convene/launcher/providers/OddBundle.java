package io.convene.launcher.providers;

import java.nio.file.Path;

/**
 * A bundle that reads {@code {"items":[{"id":…}],"next":…}} and misbehaves as the account's setting
 * {@code fault} says: {@code page:throw} throws in page(), {@code page2:spin} does not return from
 * page() for the second page, {@code map:null} sets null in a draft. Threads that spin stop when
 * the system property {@code convene.test.calm} is set, and after a minute.
 */
final class OddBundle {
    private static final String CALM = "convene.test.calm";

    private static final String MEMBERS =
            """
            public ProviderDescriptor descriptor() {
                return ProviderDescriptor.builder("Odd").host("api.odd.example")
                        .setting(Setting.url("base_url")).setting(Setting.text("fault"))
                        .authentication(Authentication.builder("token").requires("client_secret").token().build())
                        .authentication(Authentication.builder("key").requires("api_key").header("X-Key", Secret.of("api_key")).build())
                        .build();
            }
            public java.util.List<String> problems(Settings settings) {
                return at("problems", settings) ? null : java.util.List.of();
            }
            public Optional<Listing<InterviewDraft>> interviews() { return Optional.of(this); }
            public Support support(Settings settings) {
                if (at("support", settings)) {
                    return null;
                }
                Support.Builder support = Support.builder().lookupById().expands(Field.LOCATION);
                String fault = settings.find("fault").orElse("");
                return switch (fault) {
                    case "support:required" -> support.required(Filter.CANDIDATE_ID).build();
                    case "support:most" -> support.vendor(Filter.CANDIDATE_ID).most(Filter.CANDIDATE_ID, 0).build();
                    case "support:lookup" -> support.lookupWithin(Filter.CANDIDATE_ID).build();
                    default -> support.build();
                };
            }
            public VendorRequest tokenRequest(Connection connection, boolean renewal) {
                return at("tokenRequest", connection.settings()) ? null
                        : VendorRequest.post(connection.settings().url("base_url") + "/token").anonymous().build();
            }
            public Token token(VendorResponse response, Connection connection) {
                return at("token", connection.settings()) ? null : Token.of("a-token", java.time.Duration.ofHours(1));
            }
            public VendorRequest request(Query query, Position position) {
                if (at("request", query.settings())) {
                    return null;
                }
                String url = query.settings().url("base_url") + "/list/" + (position.isFirst() ? "1" : position.token());
                return switch (query.settings().find("fault").orElse("")) {
                    case "request:relative" -> VendorRequest.get("/list").build();
                    case "request:empty" -> VendorRequest.get("").build();
                    case "request:scheme" -> VendorRequest.get("ftp://127.0.0.1/list").build();
                    case "request:malformed" -> VendorRequest.get("http://127.0.0.1/a b").build();
                    case "request:header" -> VendorRequest.get(url).header("X-A", "a\\r\\nX-B: b").build();
                    case "request:name" -> VendorRequest.get(url).header("X A", "a").build();
                    case "request:host" -> VendorRequest.get(url).header("Host", "elsewhere").build();
                    case "request:bodies" -> VendorRequest.post(url).json("a", 1).form("b", "2").build();
                    case "request:value" -> VendorRequest.post(url).json("a", new Object()).build();
                    case "request:inner" -> VendorRequest.post(url).json("a", java.util.Arrays.asList(1, null)).build();
                    default -> VendorRequest.get(url).build();
                };
            }
            public Page page(VendorResponse response, Query query, Position position) {
                if (at("page", query.settings()) || !position.isFirst() && at("page2", query.settings())) {
                    return null;
                }
                Item body = response.json();
                java.util.List<Item> items = new java.util.ArrayList<>(body.each("items"));
                if (query.settings().find("fault").orElse("").equals("page:item")) {
                    items.add(null);
                }
                Optional<String> next = body.text("next").optional();
                return next.isEmpty() ? Page.last(items) : Page.of(items, Position.of(1, 0, next.get()));
            }
            public Optional<VendorRequest> lookup(String id, Query query) {
                return at("lookup", query.settings()) ? null
                        : Optional.of(VendorRequest.get(query.settings().url("base_url") + "/list/2").build());
            }
            public void join(Page page, Query query, Vendor vendor) {
                if (at("join", query.settings())) {
                    vendor.send(null);
                }
                if (query.settings().find("fault").orElse("").equals("join:swallow")) {
                    try {
                        at("join", "spin");
                        vendor.send(VendorRequest.get(query.settings().url("base_url") + "/list/2").build());
                    } catch (RuntimeException e) {
                        // as careless as can be
                    }
                }
            }
            public void map(Item item, Query query, InterviewDraft draft) {
                draft.id(item.text("id"));
                if (at("map", query.settings())) {
                    draft.application(null);
                }
                draft.location(Text.of("Room 1"));
            }
            private static boolean at(String method, Settings settings) {
                String fault = settings.find("fault").orElse("");
                return fault.startsWith(method + ":") && at(method, fault.substring(method.length() + 1));
            }
            private static boolean at(String method, String fault) {
                switch (fault) {
                    case "null": return true;
                    case "throw": throw new NumberFormatException("For input string: the-key-of-odd\\nERROR forged");
                    case "error": throw new AssertionError("never");
                    case "linkage": throw new NoClassDefFoundError("acme/Missing");
                    case "memory": throw new OutOfMemoryError("of its own");
                    case "overflow": return at(method, fault) && at(method, fault);
                    case "silent": throw new VendorException(VendorException.Kind.UNAVAILABLE, null);
                    case "kindless": throw new VendorException(null, "no kind");
                    case "odd": throw new RuntimeException() {
                        @Override public String getMessage() { throw new IllegalStateException(); }
                        @Override public StackTraceElement[] getStackTrace() { return null; }
                    };
                    case "sleep": doze(true); return false;
                    case "doze": doze(false); return false;
                    case "spin":
                        long begin = System.nanoTime();
                        while (System.nanoTime() - begin < 60_000_000_000L
                                && Long.getLong("convene.test.calm", begin) <= begin) {
                            Thread.onSpinWait();
                        }
                        return false;
                    default: return false;
                }
            }
            private static void doze(boolean wake) {
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException e) {
                    if (wake) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            """;

    private OddBundle() {}

    /** Ends the threads that spin now. */
    static void calm() {
        System.setProperty(CALM, Long.toString(System.nanoTime()));
    }

    /** Writes the bundle under that id into the folder. */
    static void write(Path folder, String id) {
        String module = "acme." + id.replace('-', '_');
        TestBundle.of(id)
                .source(
                        module,
                        "Acme",
                        "import io.convene.core.*; import io.convene.core.spi.*; import java.util.Optional;"
                                + " public class Acme implements AtsProvider, Listing<InterviewDraft> { "
                                + MEMBERS
                                + " }")
                .writeTo(folder.resolve(id + "-1.0.0.jar"));
    }
}
