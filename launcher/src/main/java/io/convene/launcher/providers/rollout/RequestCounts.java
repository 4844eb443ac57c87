package io.convene.launcher.providers.rollout;

/**
 * Requests on one version since its trial began.
 *
 * @param requests those that have ended
 * @param failed those of them with a failure of the bundle
 */
public record RequestCounts(long requests, long failed) {
    static final RequestCounts NONE = new RequestCounts(0, 0);

    RequestCounts and(boolean failure) {
        return new RequestCounts(requests + 1, failed + (failure ? 1 : 0));
    }

    /** The per cent of requests with a failure; 0 without requests. */
    public double failureShare() {
        return requests == 0 ? 0 : 100.0 * failed / requests;
    }
}
