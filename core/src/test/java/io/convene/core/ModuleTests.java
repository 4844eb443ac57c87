package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.stream.Collectors;

class ModuleTests {
    @Test
    void exportsToBundlesWhatIsFrozen() {
        assertThat(
                        Item.class.getModule().getDescriptor().exports().stream()
                                .filter(exports -> !exports.isQualified())
                                .map(Exports::source)
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "io.convene.core", "io.convene.core.paging", "io.convene.core.spi");
    }

    @Test
    void requiresNothingButTheJdk() {
        assertThat(
                        Item.class.getModule().getDescriptor().requires().stream()
                                .filter(requires ->
                                        !requires.modifiers().contains(Requires.Modifier.STATIC))
                                .map(Requires::name)
                                .collect(Collectors.toSet()))
                .containsExactly("java.base");
    }
}
