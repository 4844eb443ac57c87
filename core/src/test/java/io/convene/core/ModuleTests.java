package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.lang.module.ModuleDescriptor.Requires;
import java.util.stream.Collectors;

class ModuleTests {
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
