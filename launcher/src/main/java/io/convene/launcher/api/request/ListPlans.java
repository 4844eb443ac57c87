package io.convene.launcher.api.request;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.config.ApiConfig;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.query.CursorCodec;
import io.convene.launcher.query.ListPlanner;
import io.convene.launcher.query.ListQuery;
import io.convene.launcher.query.Omissions;
import io.convene.launcher.query.Plan;
import io.convene.launcher.query.QueryRefusedException;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans lists as callers ask for them, and refuses impossible ones with 400. Thread-safe. */
public final class ListPlans {
    private final ApiConfig config;
    private final ListPlanner planner;
    private final Function<Filter, List<String>> integrationsWith;

    /**
     * Plans under those limits.
     *
     * @param integrationsWith the integrations that have a filter, for the sentence that refuses it
     */
    public ListPlans(
            ApiConfig config,
            CursorCodec cursors,
            InstantSource clock,
            Function<Filter, List<String>> integrationsWith) {
        this.config = config;
        this.planner = new ListPlanner(config.maxLimit(), cursors, clock);
        this.integrationsWith = integrationsWith;
    }

    /**
     * The plan of one request.
     *
     * @throws ApiException with 400 when it cannot be done as it was asked
     */
    public Plan plan(ListParameters asked, Account account, Support support, Settings settings) {
        try {
            return planner.plan(
                    query(asked), account, support, settings, new AsConfigured(asked.ignored()));
        } catch (QueryRefusedException e) {
            throw error(e);
        }
    }

    private ListQuery query(ListParameters asked) {
        ListQuery query =
                ListQuery.of(asked.filters(), asked.limit())
                        .from(asked.cursor())
                        .most(most(asked))
                        .without(unwanted(asked))
                        .expanding(asked.expand());
        return asked.format().isMapped() ? query : query.unmapped(asked.format().text());
    }

    private int most(ListParameters asked) {
        if (!asked.wholeList()) {
            return asked.limit();
        }
        return asked.keyBy().isPresent() ? config.maxKeyedItems() : config.maxItems();
    }

    /** Those that are left out and that no key is made of. */
    private static Set<Field> unwanted(ListParameters asked) {
        return asked.excluded().stream()
                .filter(field ->
                        asked.keyBy().filter(path -> path.startsWith(field.text())).isEmpty())
                .collect(Collectors.toSet());
    }

    private static ApiException error(QueryRefusedException refusal) {
        ApiException error = new ApiException(400, refusal.sentence());
        return refusal.missing().isEmpty() ? error : error.missingParameters(refusal.missing());
    }

    /** Refuses in strict mode; else ignores, as the original does. */
    private final class AsConfigured implements Omissions {
        private final IgnoredParameters ignored;

        AsConfigured(IgnoredParameters ignored) {
            this.ignored = ignored;
        }

        @Override
        public void leaveOut(Filter filter, QueryRefusedException refusal) {
            // The receipt of filters says so; the parameter was understood.
            ignored.refuseIfStrict(error(refusal));
        }

        @Override
        public void leaveOut(Field field, QueryRefusedException refusal) {
            ignored.pass("expand", error(refusal));
        }

        @Override
        public List<String> integrationsWith(Filter filter) {
            return integrationsWith.apply(filter);
        }
    }
}
