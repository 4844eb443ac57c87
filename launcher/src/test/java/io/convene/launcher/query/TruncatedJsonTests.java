package io.convene.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class TruncatedJsonTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'id':1},{'id':                       | []",
                "{'success':true,'results':[{'id':1},{' | {'success':true,'results':[]}",
                "{'a':{'b':'[}','c':[1                  | {'a':{'b':'[}','c':[]}}",
                "{'a':'q\\\"[','b':2,'c':'unfinishe     | {'a':'q\\\"[','b':2}",
                "{'a':{'b':1,'c':2},'d':{'e':1,'f       | {'a':{'b':1,'c':2}}",
                "{'a':tru                               | {}",
                "{                                      | {}",
                "{'a':'\\                               | {}",
                "  [                                    | []",
                "{'a':1,'b':[1,2]}                      | {'a':1,'b':[]}"
            })
    void isTheDocumentUpToTheFirstArray(String arrived, String document) {
        assertThat(of(arrived.replace('\'', '"')))
                .map(String::strip)
                .contains(document.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>[", "", "  ", "\"text", "12", "{a:[", "]{[", "{\"a\" [1"})
    void isNothingWhereNoJsonBegins(String arrived) {
        assertThat(of(arrived)).isEmpty();
    }

    @Test
    void beginsAfterAByteOrderMark() {
        assertThat(of("\ufeff{\"a\":1,\"b\":[1,")).contains("\ufeff{\"a\":1,\"b\":[]}");
    }

    @Test
    void isADocumentWhereverAGoodOneIsCut() {
        String whole =
                "{\"a\":{\"b\":\"\\\"[\\\\\",\"c\":[{\"d\":[]},2]},\"e\":null,\"f\":{\"g\":1.5e3}}";
        for (int length = 1; length <= whole.length(); length++) {
            Optional<String> document = of(whole.substring(0, length));

            assertThat(document).as(whole.substring(0, length)).isPresent();
            assertThat(Item.parse(document.get().getBytes(UTF_8)).isObject()).isTrue();
        }
    }

    private static Optional<String> of(String arrived) {
        return TruncatedJson.of(arrived.getBytes(UTF_8)).map(bytes -> new String(bytes, UTF_8));
    }
}
