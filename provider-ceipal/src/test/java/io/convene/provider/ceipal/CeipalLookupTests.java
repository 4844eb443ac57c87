package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.Item;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorRequest;

import org.junit.jupiter.api.Test;

import java.util.List;

class CeipalLookupTests {
    @Test
    void asksForOneInterviewByItsPath() {
        VendorRequest request = Ceipal.INTERVIEWS.lookup("Zk9t/1+A=", Ceipal.query()).orElseThrow();

        assertThat(request)
                .hasToString("GET https://api.ceipal.com/v2/getInterviewDetails/Zk9t%2F1%2BA%3D/");
        assertThat(request.headers()).containsEntry("Accept", "application/json");
    }

    @Test
    void asksVersionOneByAParameter() {
        assertThat(Ceipal.INTERVIEWS.lookup("a/1", Ceipal.query("api_version", "v1")).orElseThrow())
                .hasToString(
                        "GET https://api.ceipal.com/v1/getInterviewDetails/?interview_id=a%2F1");
    }

    @Test
    void takesABareRecordForThePage() {
        List<Item> items =
                Ceipal.page(
                                Ceipal.answer(
                                        200, "{\"interviewId\":\"a/1\",\"venue\":\"Room 7\"}"),
                                Position.start(),
                                5)
                        .items();

        assertThat(items).hasSize(1);
        assertThat(items.getFirst().text("venue").string()).isEqualTo("Room 7");
    }

    @Test
    void takesNoObjectWithoutAnIdForARecord() {
        assertThatThrownBy(() ->
                        Ceipal.page(
                                Ceipal.answer(200, "{\"venue\":\"Room 7\"}"), Position.start(), 5))
                .isInstanceOf(io.convene.core.spi.VendorException.class);
    }
}
