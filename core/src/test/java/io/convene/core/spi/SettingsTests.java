package io.convene.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;

class SettingsTests {
    private final ProviderDescriptor descriptor =
            ProviderDescriptor.named("Example")
                    .setting("base_url", "https://api.example.com/", "where it is")
                    .setting("zone", "", "no default")
                    .build();

    @Test
    void takesTheDefaultWhereAnAccountSaysNothingOrBlank() {
        assertThat(Settings.of(descriptor, Map.of()).url("base_url"))
                .isEqualTo("https://api.example.com");
        assertThat(Settings.of(descriptor, Map.of("base_url", " ")).url("base_url"))
                .isEqualTo("https://api.example.com");
        assertThat(Settings.of(descriptor, Map.of("base_url", "http://x")).url("base_url"))
                .isEqualTo("http://x");
    }

    @Test
    void namesTheSettingThatHasNoValue() {
        Settings settings = Settings.of(descriptor, Map.of());

        assertThat(settings.find("zone")).isEmpty();
        assertThatThrownBy(() -> settings.text("zone")).hasMessageContaining("zone");
    }
}
