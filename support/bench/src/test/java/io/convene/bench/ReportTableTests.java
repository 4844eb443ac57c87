package io.convene.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTableTests {
    @Test
    void alignsItsColumns() {
        assertThat(new ReportTable("", "req/s").add("nginx", "1").toString())
                .isEqualTo(
                        """
                        |       | req/s |
                        |-------|-------|
                        | nginx | 1     |
                        """);
    }
}
