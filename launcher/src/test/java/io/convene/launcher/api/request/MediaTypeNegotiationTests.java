package io.convene.launcher.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class MediaTypeNegotiationTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-ndjson",
                "Application/X-NDJSON",
                " application/x-ndjson ; q=1.0 ",
                "application/x-ndjson;q=0.001",
                "application/x-ndjson; charset=utf-8",
                "application/x-ndjson;Q=0.5, application/json;q=0.4",
                "application/json;q=0.9, application/x-ndjson",
                "application/json;q=0, application/x-ndjson;q=0.1",
                "application/json;q=0, */*",
                "application/json;q=0.1, application/*;q=0.2",
                "application/x-ndjson, */*;q=0.8",
                "application/x-ndjson, */*",
                "application/x-ndjson, application/*",
                "text/html, application/x-ndjson;q=0.9, */*;q=0.1",
                "application/x-ndjson;q=0, application/x-ndjson",
                "text/plain;note=\"a, b;q=0\", application/x-ndjson",
                "application/x-ndjson;title=\"a \\\" , application/json\"",
                "application/json;q=high, application/x-ndjson;q=0.2"
            })
    void choosesLinesForACallerWhoPrefersThem(String accept) {
        assertThat(MediaTypeNegotiation.prefersLines(List.of(accept))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "*",
                "application/*",
                "application/json",
                "application/x-ndjson;q=0",
                "application/x-ndjson; q=0.000",
                "application/x-ndjson;q=0, */*",
                "application/x-ndjson;q=0, application/json",
                "application/x-ndjson;q=0.5, application/json",
                "application/x-ndjson;q=0.5, */*",
                "application/json, application/x-ndjson",
                "application/x-ndjson, application/json",
                "application/x-ndjson;q=0.3, application/json;q=0.3",
                "application/x-ndjson-seq",
                "application/x-ndjsonp, text/html",
                "xapplication/x-ndjson",
                "application/json-seq;profile=\"application/x-ndjson\"",
                "text/html;a=\", application/x-ndjson,\"",
                "application/x-ndjson;q=2",
                "application/x-ndjson;q=-1",
                "application/x-ndjson;q=many",
                "application/x-ndjson;q=",
                "application/ndjson",
                "text/*",
                "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
                ";;,,=\"",
                "application/x-ndjson;q=\"1"
            })
    void choosesJsonForEveryOtherCaller(String accept) {
        assertThat(MediaTypeNegotiation.prefersLines(List.of(accept))).isFalse();
    }

    @Test
    void readsSeveralLinesAsOne() {
        assertThat(
                        MediaTypeNegotiation.prefersLines(
                                List.of("application/json;q=0.5", "application/x-ndjson")))
                .isTrue();
        assertThat(
                        MediaTypeNegotiation.prefersLines(
                                List.of("application/x-ndjson;q=0.5", "application/json")))
                .isFalse();
        assertThat(MediaTypeNegotiation.prefersLines(List.of())).isFalse();
    }
}
