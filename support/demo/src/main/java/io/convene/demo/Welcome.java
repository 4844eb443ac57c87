package io.convene.demo;

import io.convene.sandbox.Sandbox;

import java.util.List;

/** The output of the demo: its addresses, and requests that work unchanged. */
final class Welcome {
    private final String endpoint;
    private final DemoToken token;
    private final Sandbox sandbox;

    Welcome(int port, DemoToken token, Sandbox sandbox) {
        this.endpoint = "http://127.0.0.1:" + port;
        this.token = token;
        this.sandbox = sandbox;
    }

    String text(List<DemoAccount> accounts) {
        StringBuilder text = new StringBuilder();
        text.append("Convene listens on ").append(endpoint);
        text.append("; the stand-ins on http://127.0.0.1:").append(sandbox.port()).append('\n');
        text.append("Token of this demo: ").append(token.value()).append("\n\n");
        for (DemoAccount account : accounts) {
            text.append("# ").append(account.integration()).append('\n');
            text.append(curl(interviews(account))).append("\n\n");
        }
        text.append("# the providers loaded\n").append(curl("/admin/providers")).append("\n\n");
        return text.append("Ctrl-C stops all.\n").toString();
    }

    private String interviews(DemoAccount account) {
        String path = "/unified/ats/interviews?integrated_account_id=" + account.id() + "&limit=3";
        // Fountain lists the interviews of one applicant only.
        return account.integration().equals("fountain")
                ? path + "&candidate_id=" + applicantWithInterviews()
                : path;
    }

    private String applicantWithInterviews() {
        return sandbox.applicantIds().stream()
                .filter(applicant -> !sandbox.interviewIdsOf(applicant).isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no applicant has an interview"));
    }

    private String curl(String path) {
        return "curl -H 'Authorization: Bearer " + token.value() + "' '" + endpoint + path + "'";
    }
}
