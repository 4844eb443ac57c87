package io.convene.launcher.api.request;

import io.convene.launcher.config.Compatibility;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.ConveneHeaders;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters that one request has and Convene does not use: refused where Convene is strict;
 * ignored as by the original endpoint, and listed in a receipt, where it is compatible with it. The
 * receipt is an RFC 9651 list of the parameters as the caller wrote them: {@code Convene-Ignored:
 * "sort_by[created_at]", "limit";used=500}. One that would grow too long ends with how many more
 * there are: {@code more;count=12}.
 */
public final class IgnoredParameters {
    private static final int MOST = 1024;
    private static final int LONGEST = 80;
    private static final int ROOM_FOR_MORE = ", more;count=16384".length();

    private final Compatibility compatibility;
    private final Map<String, String> labels = new LinkedHashMap<>();

    public IgnoredParameters(Compatibility compatibility) {
        this.compatibility = compatibility;
    }

    /** Whether parameters that the original ignores are ignored here too. */
    boolean asOriginal() {
        return compatibility == Compatibility.ORIGINAL;
    }

    /**
     * Passes over a parameter.
     *
     * @param label the parameter as the caller wrote it
     * @throws ApiException that refusal, where Convene is strict
     */
    public void pass(String label, ApiException refusal) {
        refuseIfStrict(refusal);
        labels.put(label, "");
    }

    /**
     * Passes over a number and takes another one.
     *
     * @throws ApiException that refusal, where Convene is strict
     */
    void replace(String label, int used, ApiException refusal) {
        refuseIfStrict(refusal);
        labels.put(label, ";used=" + used);
    }

    public void refuseIfStrict(ApiException refusal) {
        if (!asOriginal()) {
            throw refusal;
        }
    }

    /** Sends the receipt, if anything was passed over. */
    public void tell(ServerResponse response) {
        if (!labels.isEmpty()) {
            response.header(ConveneHeaders.IGNORED, receipt());
        }
    }

    /** The receipt, of at most 1,024 characters. */
    String receipt() {
        StringBuilder receipt = new StringBuilder();
        int left = labels.size();
        for (Map.Entry<String, String> entry : labels.entrySet()) {
            String member = text(entry.getKey()) + entry.getValue();
            if (receipt.length() + member.length() > MOST - ROOM_FOR_MORE) {
                return receipt.append("more;count=").append(left).toString();
            }
            left--;
            receipt.append(member).append(left > 0 ? ", " : "");
        }
        return receipt.toString();
    }

    /** A string of RFC 9651, or a display string where it is not all ASCII. */
    private static String text(String label) {
        String cut = label.length() > LONGEST ? label.substring(0, LONGEST) : label;
        if (cut.chars().allMatch(character -> character >= ' ' && character <= '~')) {
            return '"' + cut.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        StringBuilder display = new StringBuilder("%\"");
        for (byte b : cut.getBytes(StandardCharsets.UTF_8)) {
            if (b < ' ' || b > '~' || b == '%' || b == '"') {
                display.append("%%%02x".formatted(b));
            } else {
                display.append((char) b);
            }
        }
        return display.append('"').toString();
    }
}
