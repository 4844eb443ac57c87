package io.convene.launcher.egress.coding;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The codings of one answer's body, as its {@code Content-Encoding} lists them. Immutable. */
public final class ContentCodings {
    private static final String ENCODING = "Content-Encoding";
    private static final String LENGTH = "Content-Length";
    private static final int MOST = 2;
    private static final ContentCodings NONE = new ContentCodings(List.of());

    // In the order in which they were applied.
    private final List<String> names;

    private ContentCodings(List<String> names) {
        this.names = names;
    }

    /** Reads the codings of an answer; {@code identity} is none. */
    public static ContentCodings of(HttpHeaders headers) {
        List<String> values = headers.allValues(ENCODING);
        if (values.isEmpty()) {
            return NONE;
        }
        List<String> names = new ArrayList<>();
        for (String value : values) {
            for (String name : value.split(",", -1)) {
                String coding = name.strip().toLowerCase(Locale.ROOT);
                if (!coding.isEmpty() && !coding.equals("identity")) {
                    names.add(coding);
                }
            }
        }
        return names.isEmpty() ? NONE : new ContentCodings(names);
    }

    /** Whether the body is as it was written. */
    public boolean isNone() {
        return names.isEmpty();
    }

    /**
     * Returns a subscriber that decodes a body as it arrives and passes it on. A body with an
     * unsupported coding or damaged data fails with {@link UnusableAnswerException}, one that ends
     * early with {@link TruncatedBodyException}, and one above the limit with {@link
     * BodyTooLargeException}.
     *
     * @param to takes the decoded body
     * @param limit how many bytes the body may have, encoded and decoded
     */
    public <T> BodySubscriber<T> decoding(BodySubscriber<T> to, long limit) {
        return isNone() ? to : new DecodingSubscriber<>(to, new Decoding(decoders(), limit));
    }

    /**
     * Returns an answer's headers as they fit its decoded body: without the coding, and without the
     * length of the coded body.
     */
    public static Map<String, List<String>> decoded(HttpHeaders headers) {
        Map<String, List<String>> all = headers.map();
        if (!all.containsKey(ENCODING)) {
            return all;
        }
        Map<String, List<String>> left = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        left.putAll(all);
        left.remove(ENCODING);
        if (!of(headers).isNone()) {
            left.remove(LENGTH);
        }
        return left;
    }

    private List<Decoder> decoders() {
        if (names.size() > MOST) {
            return List.of(new UnknownDecoder(String.join(", ", names)));
        }
        return names.reversed().stream().map(ContentCodings::decoder).toList();
    }

    private static Decoder decoder(String coding) {
        return switch (coding) {
            case "gzip", "x-gzip" -> new GzipDecoder();
            case "deflate" -> new DeflateDecoder();
            default -> new UnknownDecoder(coding);
        };
    }
}
