package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class AcceptEncodingTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZip",
                "x-gzip",
                "*",
                "deflate, gzip;q=1.0, *;q=0.5",
                "gzip ; q=0.001",
                "gzip;Q=0.5",
                "identity;q=0.5, gzip;q=0.5",
                "*;q=0, gzip",
                "identity;q=0, *;q=0.1",
                "br;q=1, *;q=0.1"
            })
    void prefersGzip(String header) {
        assertThat(AcceptEncoding.prefersGzip(List.of(header))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "gzip;q=0",
                "gzip; Q=0.000",
                "*;q=0",
                "gzip;q=0, *",
                "gzip;q=0.3, *;q=0.5",
                "gzip;q=0.3, identity",
                "gzipped",
                "br, deflate",
                "br;note=\", gzip\"",
                "gzip;q=x"
            })
    void leavesTheAnswerAsItIs(String header) {
        assertThat(AcceptEncoding.prefersGzip(List.of(header))).isFalse();
    }

    @Test
    void readsSeveralLinesAsOne() {
        assertThat(AcceptEncoding.prefersGzip(List.of("br", "gzip"))).isTrue();
        assertThat(AcceptEncoding.prefersGzip(List.of("gzip;q=0.1", "identity;q=0.2"))).isFalse();
        assertThat(AcceptEncoding.prefersGzip(List.of())).isFalse();
    }
}
