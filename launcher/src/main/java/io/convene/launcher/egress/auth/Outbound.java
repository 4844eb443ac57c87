package io.convene.launcher.egress.auth;

import io.convene.launcher.egress.channel.EgressMetrics;
import io.convene.launcher.egress.channel.Sender;

/**
 * The way out for all accounts.
 *
 * @param writer writes requests with secrets, and refuses those that may not leave
 * @param sender sends them
 * @param metrics counts calls and tokens
 */
public record Outbound(RequestWriter writer, Sender sender, EgressMetrics metrics) {}
