package io.convene.launcher.config;

/**
 * How a new version of a bundle takes over from the present one.
 *
 * @param share the per cent of an integration's accounts that get the new version first, 0 to 100;
 *     with 0 all get it at once
 * @param margin by how many points the new version's share of requests with a bundle failure may
 *     exceed the present one's
 * @param requests after how many requests the new version is judged
 */
public record CanaryConfig(int share, int margin, int requests) {
    /** A new version takes over at once. */
    public static CanaryConfig off() {
        return new CanaryConfig(0, 5, 50);
    }
}
