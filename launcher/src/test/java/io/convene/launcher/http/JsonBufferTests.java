package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

import java.nio.charset.StandardCharsets;

class JsonBufferTests {
    @Property
    void turnsLineEndsAfterAPlaceIntoBlanks(
            @ForAll @StringLength(max = 20) @CharRange(from = 7, to = 34) String before,
            @ForAll
                    @StringLength(max = 40)
                    @CharRange(from = 7, to = 34)
                    @CharRange(from = 'a', to = 'z')
                    @CharRange(from = 'à', to = 'ÿ')
                    String json) {
        JsonBuffer out = new JsonBuffer().bytes(before.getBytes(StandardCharsets.UTF_8));
        int start = out.size();

        out.bytes(json.getBytes(StandardCharsets.UTF_8)).replaceLineEnds(start);

        assertThat(out).hasToString(before + json.replace('\n', ' ').replace('\r', ' '));
    }
}
