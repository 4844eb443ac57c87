package io.convene.launcher.admission;

/**
 * The most places that one may use, in per cent of all places, from 1 to 100.
 *
 * @param account one account
 * @param token all requests with one token
 * @param vendor all accounts at one vendor's host
 */
public record Shares(int account, int token, int vendor) {
    /** The places that a share amounts to; at least one. */
    static int of(int percent, int places) {
        return Math.toIntExact(Math.max(1, (long) places * percent / 100));
    }
}
