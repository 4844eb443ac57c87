package io.convene.endtoend.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One account for each integration, and the whole list of each, which filtered lists are compared
 * with.
 */
final class FourAccounts implements AutoCloseable {
    private final Site site;
    private final int interviews;

    private FourAccounts(Site site, int interviews) {
        this.site = site;
        this.interviews = interviews;
    }

    /** Starts Convene over vendors that have so many interviews each. */
    static FourAccounts start(Path folder, int interviews) throws IOException {
        Sandbox sandbox = Sandbox.builder().interviews(interviews).start();
        return new FourAccounts(
                Site.over(sandbox, folder, "ashby", "ceipal", "fountain", "greenhouse").start(),
                interviews);
    }

    Site site() {
        return site;
    }

    /** Every interview of the account, in one answer. */
    List<Item> whole(String account) throws Exception {
        Map<String, Object> query = query(account, FilterCase.none());
        query.put("limit", 500);
        Answer answer = site.interviews(account, "&" + Qs.stringify(query));
        assertThat(answer.result()).as(answer.text()).hasSize(interviews);
        assertThat(answer.nextCursor()).isEmpty();
        return answer.result();
    }

    /** The case's parameters, with the filter that the vendor cannot do without. */
    Map<String, Object> query(String account, FilterCase asked) {
        Map<String, Object> query = new LinkedHashMap<>();
        if (account.equals("fountain")) {
            query.put("candidate_id", site.sandbox().applicantIds());
            query.put("expand", List.of("job_interview_stage"));
        }
        query.putAll(asked.parameters());
        return query;
    }

    static List<String> ids(List<Item> interviews) {
        return interviews.stream().map(interview -> interview.text("id").string()).toList();
    }

    @Override
    public void close() {
        site.close();
    }
}
