package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.spi.VendorException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class BinderTests {
    @Test
    void skipsAByteOrderMark() {
        try (Binder binder = new Binder()) {
            for (String json : List.of("\ufeff{\"id\":\"7\"}", "{\"id\":\"7\"}")) {
                Object bound = binder.bind(json.getBytes(UTF_8), Map.class);
                assertThat(bound).isEqualTo(Map.of("id", "7"));
            }
        }
    }

    @Test
    void refusesAMarkWithoutADocument() {
        try (Binder binder = new Binder()) {
            assertThatThrownBy(() -> binder.bind("\ufeff".getBytes(UTF_8), Map.class))
                    .isInstanceOf(VendorException.class);
        }
    }
}
