package io.convene.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.Test;

import java.util.List;

class WelcomeTests {
    @Test
    void hasARequestForEverySystemOfTheSandbox() {
        try (Sandbox sandbox = Sandbox.builder().interviews(20).start()) {
            List<DemoAccount> accounts = DemoAccount.of(sandbox);

            String text = new Welcome(8081, new DemoToken("t"), sandbox).text(accounts);

            assertThat(accounts).extracting(DemoAccount::integration).contains("greenhouse");
            assertThat(accounts)
                    .allSatisfy(account ->
                            assertThat(text)
                                    .contains("# " + account.integration())
                                    .contains(
                                            "curl -H 'Authorization: Bearer t'"
                                                    + " 'http://127.0.0.1:8081/unified/ats/interviews"
                                                    + "?integrated_account_id="
                                                    + account.id()));
            assertThat(text).containsPattern("candidate_id=[\\w-]+'");
        }
    }

    @Test
    void leavesOutFurtherWaysIntoASystem() {
        try (Sandbox sandbox = Sandbox.builder().interviews(20).start()) {
            assertThat(DemoAccount.of(sandbox))
                    .extracting(DemoAccount::integration)
                    .noneMatch(name -> name.contains("-"))
                    .doesNotHaveDuplicates();
        }
    }
}
