package io.convene.launcher.api.answer;

import io.convene.core.Item;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.egress.wire.CallRecord;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.query.ListResult;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The member {@code debug} of an answer: the calls made for it and their responses, every
 * credential redacted.
 */
final class DebugMember {
    private DebugMember() {}

    /**
     * Writes the member.
     *
     * @param page the vendor's last answer that was a page
     */
    static void write(
            JsonBuffer out,
            AccountVendor vendor,
            Optional<VendorResponse> page,
            ListResult outcome,
            String receipt) {
        List<CallRecord> calls = vendor.calls();
        out.ascii(",\"debug\":{\"requests\":[");
        String separator = "";
        for (CallRecord call : calls) {
            out.ascii(separator).ascii("{\"method\":").string(call.method());
            out.ascii(",\"url\":").string(call.url()).ascii(",\"status\":").number(call.status());
            out.ascii(",\"duration_ms\":").number((int) call.duration().toMillis()).ascii('}');
            separator = ",";
        }
        out.ascii("],\"requestUrl\":");
        Optional<CallRecord> last =
                calls.isEmpty() ? Optional.empty() : Optional.of(calls.getLast());
        out.stringOrNull(last.map(CallRecord::url));
        out.ascii(",\"requestOptions\":{");
        last.ifPresent(call -> out.ascii("\"method\":").string(call.method()));
        out.ascii("},\"responseHeaders\":{");
        page.ifPresent(response -> headers(out, response.headers(), vendor));
        out.ascii("},\"data\":");
        page.ifPresentOrElse(
                response -> data(out, vendor.clean(response.text())), () -> out.ascii("null"));
        out.ascii(",\"nextCursor\":").ascii(outcome.next().isPresent() ? "true" : "false");
        out.ascii(",\"isEmptyResult\":").ascii(outcome.count() == 0 ? "true" : "false");
        out.ascii(",\"resultCount\":").number(outcome.count());
        out.ascii(",\"filters\":").string(receipt).ascii('}');
    }

    private static void headers(
            JsonBuffer out, Map<String, List<String>> headers, AccountVendor vendor) {
        String separator = "";
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            boolean secret = header.getKey().equalsIgnoreCase("Set-Cookie");
            String value =
                    secret ? "[redacted]" : vendor.clean(String.join(", ", header.getValue()));
            out.ascii(separator).string(header.getKey()).ascii(':').string(value);
            separator = ",";
        }
    }

    private static void data(JsonBuffer out, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Item json = Item.parse(bytes);
        out.span(bytes, json.start(), json.end());
    }
}
