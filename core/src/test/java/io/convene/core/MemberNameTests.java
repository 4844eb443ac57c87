package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Names compared with the bytes of a document. */
class MemberNameTests {
    @Test
    void standsWhereItsBytesStandAndNowhereElse() {
        String alphabet = "abcdefghijklmnopqrstuvwxyz";
        for (int length = 0; length <= alphabet.length(); length++) {
            String name = alphabet.substring(0, length);
            MemberName made = MemberName.of(name);
            assertThat(made.length()).isEqualTo(length);
            for (int after = 0; after < 12; after++) {
                byte[] source = ("\"" + name + "x".repeat(after)).getBytes(UTF_8);
                assertThat(made.standsAt(source, 1)).as(name).isTrue();
                for (int changed = 1; changed <= length; changed++) {
                    source[changed] ^= 0x20;
                    assertThat(made.standsAt(source, 1)).as(name + changed).isFalse();
                    source[changed] ^= 0x20;
                }
            }
        }
    }

    @Property
    void comparesAsTheBytesOfItsTextDo(
            @ForAll @StringLength(max = 30) String name,
            @ForAll @StringLength(max = 30) String other) {
        byte[] expected = name.getBytes(UTF_8);
        byte[] key = other.getBytes(UTF_8);
        if (key.length >= expected.length) {
            assertThat(MemberName.of(name).standsAt(key, 0))
                    .isEqualTo(
                            Arrays.equals(key, 0, expected.length, expected, 0, expected.length));
        }
    }
}
