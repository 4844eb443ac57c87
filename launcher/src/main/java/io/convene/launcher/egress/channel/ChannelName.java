package io.convene.launcher.egress.channel;

/**
 * Whose calls go through a channel, and to where.
 *
 * @param account the id of the account
 * @param integration the account's, under which calls are counted
 * @param host the vendor's host
 */
record ChannelName(String account, String integration, String host) {}
