package io.convene.launcher.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.Accounts;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.admission.Admission;
import io.convene.launcher.admission.Place;
import io.convene.launcher.admission.Rank;
import io.convene.launcher.admission.Requester;
import io.convene.launcher.api.answer.CompleteAnswer;
import io.convene.launcher.api.caller.CallerAuthorization;
import io.convene.launcher.api.request.IgnoredParameters;
import io.convene.launcher.api.request.ListParameters;
import io.convene.launcher.api.request.ListParametersReader;
import io.convene.launcher.config.ApiConfig;
import io.convene.launcher.config.Compatibility;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.EncodedResponse;
import io.convene.launcher.http.FailureTranslation;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.http.RequestId;
import io.convene.launcher.mcp.ArgumentException;
import io.convene.launcher.mcp.Arguments;
import io.convene.launcher.mcp.Tool;
import io.convene.launcher.mcp.ToolAnswer;
import io.convene.launcher.mcp.ToolSheets;
import io.convene.launcher.mcp.Toolbox;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.time.Deadline;
import io.helidon.webserver.http.ServerResponse;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tools for language models. They read as the endpoint does, within the same limits, and their
 * answers are never longer than the model wants.
 */
final class McpTools {
    private static final String ACCOUNT = "integrated_account_id";
    private static final String INTEGRATION = "integration";
    private static final int BYTES_OF_TOKEN = 4;
    private static final int TOKENS = 10_000;
    private static final int LEAST_TOKENS = 1_000;
    private static final int MOST_TOKENS = 50_000;
    private static final int INTERVIEWS = 25;
    private static final int MOST_INTERVIEWS = 100;
    private static final int ACCOUNTS = 50;
    private static final int MOST_ACCOUNTS = 200;

    private final ToolSheets sheets = new ToolSheets();
    private final ApiConfig config;
    private final CallerAuthorization callers;
    private final Accounts accounts;
    private final Requests requests;
    private final Integrations integrations;
    private final Admission admission;
    private final CompleteAnswer lists;
    private final InterviewHandler interviews;
    private final FailureTranslation failures;

    McpTools(
            ApiConfig config,
            CallerAuthorization callers,
            Accounts accounts,
            Requests requests,
            Integrations integrations,
            Admission admission,
            CompleteAnswer lists,
            InterviewHandler interviews,
            FailureTranslation failures) {
        this.config = config;
        this.callers = callers;
        this.accounts = accounts;
        this.requests = requests;
        this.integrations = integrations;
        this.admission = admission;
        this.lists = lists;
        this.interviews = interviews;
        this.failures = failures;
    }

    /** For one request of a caller. */
    Toolbox of(CallerToken token, ServerResponse response) {
        return new Caller(token, response);
    }

    private final class Caller implements Toolbox {
        private final CallerToken token;
        private final ServerResponse response;
        private final Deadline deadline = Deadline.in(config.deadline());
        private final List<Tool> tools = sheets.tools(integrations.abilities());

        private Caller(CallerToken token, ServerResponse response) {
            this.token = token;
            this.response = response;
        }

        @Override
        public List<Tool> tools() {
            return tools;
        }

        @Override
        public ToolAnswer call(String name, JsonObject given) {
            try {
                Arguments arguments = new Arguments(given, known(name));
                return new ToolAnswer(answer(name, arguments), false);
            } catch (ArgumentException e) {
                return new ToolAnswer(e.sentence(), true);
            } catch (ApiException e) {
                return refusal(e);
            } catch (RuntimeException e) {
                String id = response.headers().first(RequestId.HEADER).orElse("");
                return refusal(failures.translate(e, id).orElseThrow(() -> e));
            }
        }

        private Set<String> known(String name) {
            return tools.stream()
                    .map(Tool::description)
                    .filter(tool -> tool.getString("name").equals(name))
                    .map(tool -> tool.getJsonObject("inputSchema").getJsonObject("properties"))
                    .findFirst()
                    .orElse(JsonValue.EMPTY_JSON_OBJECT)
                    .keySet();
        }

        private String answer(String name, Arguments arguments) {
            return switch (name) {
                case ToolSheets.LIST_ACCOUNTS -> accounts(arguments);
                case ToolSheets.LIST_INTERVIEWS -> interviews(arguments);
                case ToolSheets.GET_INTERVIEW -> interview(arguments);
                case ToolSheets.DESCRIBE_INTEGRATION -> integration(arguments);
                default -> throw new IllegalStateException("no tool " + name);
            };
        }

        private String accounts(Arguments arguments) {
            Optional<String> integration = arguments.text(INTEGRATION);
            Optional<String> after = arguments.text("cursor");
            int limit = arguments.number("limit", ACCOUNTS, 1, MOST_ACCOUNTS);
            List<Account> found =
                    accounts.of(token)
                            .filter(it ->
                                    integration.isEmpty()
                                            || integration.get().equals(it.integration()))
                            .dropWhile(it -> after.isPresent() && !after.get().equals(it.id()))
                            .skip(after.isPresent() ? 1 : 0)
                            .limit(limit + 1L)
                            .toList();
            JsonArrayBuilder out = Json.createArrayBuilder();
            found.stream().limit(limit).forEach(account -> out.add(json(account)));
            JsonObjectBuilder whole = Json.createObjectBuilder().add("accounts", out);
            if (found.size() > limit) {
                whole.add("next_cursor", found.get(limit - 1).id());
            } else {
                whole.addNull("next_cursor");
            }
            return whole.build().toString();
        }

        private static JsonObjectBuilder json(Account account) {
            JsonObjectBuilder out = Json.createObjectBuilder();
            out.add(ACCOUNT, account.id()).add(INTEGRATION, account.integration());
            if (!account.tenantId().isEmpty()) {
                out.add("tenant_id", account.tenantId());
            }
            return out;
        }

        private String interviews(Arguments arguments) {
            int budget = budget(arguments);
            int most = Math.min(MOST_INTERVIEWS, config.maxLimit());
            int limit = arguments.number("limit", Math.min(INTERVIEWS, most), 1, most);
            while (true) {
                JsonBuffer out = list(arguments, limit);
                if (out.size() <= budget) {
                    return taken(out);
                }
                int size = out.size();
                out.release();
                if (limit == 1) {
                    throw tooLong(size);
                }
                // Not cut: the cursor has to continue behind the last interview.
                limit = Math.clamp((long) limit * budget / size, 1, limit - 1);
            }
        }

        private JsonBuffer list(Arguments arguments, int limit) {
            IgnoredParameters ignored = new IgnoredParameters(Compatibility.STRICT);
            RawQuery query = query(arguments).add("limit", Integer.toString(limit));
            arguments.text("cursor").ifPresent(cursor -> query.add("next_cursor", cursor));
            ListParameters asked =
                    Requests.allowed(
                            ListParametersReader.read(
                                    query.toString(),
                                    false,
                                    config.defaultLimit(),
                                    config.maxLimit(),
                                    ignored),
                            token);
            Account account = requests.account(asked.accountId(), token);
            callers.admit(account);
            try (Place place = admission.enter(Requester.of(account, token), Rank.LIST);
                    Lease lease = requests.lease(account, response, deadline::nanoTime)) {
                EncodedResponse.answeredBy(response, lease.id(), lease.version());
                return lists.write(
                        response, requests.list(asked, account, lease, place.memory()), deadline);
            }
        }

        private String interview(Arguments arguments) {
            String id =
                    arguments
                            .text("id")
                            .orElseThrow(() ->
                                    new ApiException(
                                            400,
                                            "The argument 'id' is missing; list_interviews gives ids."));
            IgnoredParameters ignored = new IgnoredParameters(Compatibility.STRICT);
            ListParameters asked =
                    ListParametersReader.readForOne(
                            query(arguments).toString(), config.maxLimit(), ignored);
            int budget = budget(arguments);
            return interviews.find(
                    response,
                    id,
                    asked,
                    token,
                    deadline,
                    ignored,
                    out -> {
                        int size = out.size();
                        if (size > budget) {
                            out.release();
                            throw tooLong(size);
                        }
                        return taken(out);
                    });
        }

        private String integration(Arguments arguments) {
            Optional<String> integration = arguments.text(INTEGRATION);
            if (integration.isPresent()) {
                try (Lease lease = integrations.lease(integration.get())) {
                    return taken(MetaHandler.write(response, lease, lease.supportByDefault()));
                }
            }
            Account account = requests.account(arguments.text(ACCOUNT), token);
            try (Lease lease = requests.lease(account, response, deadline::nanoTime)) {
                return taken(MetaHandler.write(response, lease, Requests.support(lease, account)));
            }
        }
    }

    private static RawQuery query(Arguments arguments) {
        RawQuery query = new RawQuery();
        arguments.text(ACCOUNT).ifPresent(id -> query.add(ACCOUNT, id));
        arguments.texts("expand").forEach(field -> query.add("expand[]", field));
        if (!arguments.flag("include_remote_data")) {
            query.add("truto_ignore_remote_data", "true");
        }
        ToolSheets.filterParameters()
                .forEach((argument, parameter) ->
                        arguments
                                .texts(argument)
                                .forEach(value ->
                                        query.add(
                                                parameter.endsWith("]")
                                                        ? parameter
                                                        : parameter + "[]",
                                                value)));
        return query;
    }

    /** A query as callers write it. */
    private static final class RawQuery {
        private final StringBuilder text = new StringBuilder();

        private RawQuery add(String name, String value) {
            text.append(text.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, UTF_8));
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static int budget(Arguments arguments) {
        return BYTES_OF_TOKEN * arguments.number("max_tokens", TOKENS, LEAST_TOKENS, MOST_TOKENS);
    }

    private static String taken(JsonBuffer out) {
        String text = out.toString();
        out.release();
        return text;
    }

    private static ApiException tooLong(int size) {
        return new ApiException(
                400,
                "One interview takes about %d tokens, more than max_tokens; leave include_remote_data out, or raise max_tokens."
                        .formatted(size / BYTES_OF_TOKEN));
    }

    private static ToolAnswer refusal(ApiException error) {
        String retry =
                Optional.ofNullable(error.headers().get("Retry-After"))
                        .map(" Try again in %s seconds."::formatted)
                        .orElse("");
        return new ToolAnswer(error.sentence() + retry, true);
    }
}
