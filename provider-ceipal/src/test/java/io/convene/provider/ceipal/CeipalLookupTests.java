package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.Item;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;

import org.junit.jupiter.api.Test;

import java.util.List;

class CeipalLookupTests {
    private static final Query ONE = Ceipal.query().forLookup("a/1");

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
        List<Item> items = page("{\"interviewId\":\"a/1\",\"venue\":\"Room 7\"}", ONE).items();

        assertThat(items).hasSize(1);
        assertThat(items.getFirst().text("venue").string()).isEqualTo("Room 7");
    }

    @Test
    void takesNoObjectWithoutAnIdForARecord() {
        assertThatThrownBy(() -> page("{\"venue\":\"Room 7\"}", ONE))
                .isInstanceOf(VendorException.class);
    }

    @Test
    void takesABareRecordForNoPageOfTheList() {
        assertThatThrownBy(() -> page("{\"interviewId\":\"a/1\"}", Ceipal.query()))
                .isInstanceOf(VendorException.class);
    }

    private static Page page(String body, Query query) {
        return Ceipal.INTERVIEWS.page(Ceipal.answer(200, body), query, Position.start());
    }
}
