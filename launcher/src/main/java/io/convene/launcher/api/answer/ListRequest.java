package io.convene.launcher.api.answer;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Support;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.api.request.ListParameters;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.query.Plan;

/**
 * A list that is to be answered.
 *
 * @param account the account that is read
 * @param provider its provider, leased until the answer is out
 * @param listing how the provider lists interviews
 * @param support what the provider can do with the account's settings
 * @param plan where to begin, how much, and who evaluates which filter
 * @param asked what the caller asked for
 * @param form how an interview is written
 */
public record ListRequest(
        Account account,
        Lease provider,
        Listing<InterviewDraft> listing,
        Support support,
        Plan plan,
        ListParameters asked,
        InterviewForm form) {}
