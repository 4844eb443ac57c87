package io.convene.launcher.providers.code;

/**
 * A use of something that a bundle must leave to its host.
 *
 * @param type the class with the use, such as {@code com.acme.AcmeInterviews}
 * @param method its method with the use; empty if it is in none
 * @param used the class or member that is used, such as {@code java.net.Socket.<init>}
 * @param matter the work that it does
 */
public record ForbiddenUse(String type, String method, String used, Matter matter) {
    /** Such as {@code com.acme.AcmeInterviews.page() uses java.net.Socket.<init>}. */
    @Override
    public String toString() {
        String where = method.isEmpty() ? type : "%s.%s()".formatted(type, method);
        return "%s uses %s".formatted(where, used);
    }
}
