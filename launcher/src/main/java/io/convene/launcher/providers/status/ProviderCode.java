package io.convene.launcher.providers.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * Everything that can be said about a bundle, under a code that never changes its meaning. 1xx is
 * about files, 2xx about a bundle's description of itself, 3xx about the SPI's version, 4xx about
 * modules, 5xx about ownership and trust, 6xx about its running code, 7xx about unloading; 9xx are
 * warnings. A bundle that is served with any other code is one that the operator's policies let
 * pass. The texts are in {@code provider-codes.properties}.
 */
public enum ProviderCode {
    NOT_A_FILE("PRV-101"),
    TOO_LARGE("PRV-102"),
    VANISHED("PRV-103"),
    CHANGING("PRV-104"),
    UNREADABLE("PRV-105"),
    NOT_A_JAR("PRV-106"),
    EMPTY_FOLDER("PRV-107"),
    DANGLING_LINK("PRV-108"),
    MISNAMED_JAR("PRV-109"),
    OTHER_ARCHIVE("PRV-110"),
    EMPTY_FILE("PRV-111"),
    NO_PERMISSION("PRV-112"),
    UNUSABLE_NAME("PRV-113"),
    NO_MODULE_NAME("PRV-114"),

    NO_PROVIDER_JSON("PRV-201"),
    MANY_PROVIDER_JSON("PRV-202"),
    BAD_PROVIDER_JSON("PRV-203"),
    BAD_ID("PRV-204"),
    NO_MODULE_INFO("PRV-205"),
    NO_PROVIDES("PRV-206"),
    MANY_PROVIDERS("PRV-207"),
    BAD_VERSION("PRV-208"),

    SPI_UNKNOWN("PRV-301"),
    SPI_TOO_NEW("PRV-302"),
    SPI_TOO_OLD("PRV-303"),

    FORBIDDEN_REQUIRES("PRV-401"),
    MISSING_MODULE("PRV-402"),
    PACKAGE_CLASH("PRV-403"),
    UNRESOLVABLE("PRV-404"),

    FOREIGN_OWNER("PRV-501"),
    OWNER_UNDECIDED("PRV-502"),
    DUPLICATE("PRV-503"),
    TAMPERED("PRV-504"),
    BROKEN_LOCK("PRV-505"),
    UNSIGNED("PRV-506"),
    INVALID_SIGNATURE("PRV-507"),
    UNTRUSTED_SIGNER("PRV-508"),
    FORBIDDEN_CODE("PRV-509"),

    LOAD_FAILED("PRV-601"),
    DESCRIPTOR_FAILED("PRV-602"),
    NO_HOSTS("PRV-603"),
    BAD_HOST("PRV-604"),
    START_TIMED_OUT("PRV-605"),
    NO_AUTHENTICATION("PRV-606"),
    INTERVIEWS_FAILED("PRV-607"),
    SUPPORT_FAILED("PRV-608"),
    QUARANTINED("PRV-609"),

    LEAKED("PRV-701"),

    HIDDEN_COPY("PRV-901"),
    AUTOMATIC_MODULE("PRV-902"),
    STALE_CLAIM("PRV-910"),
    BAD_CLAIM("PRV-911");

    private static final String TEXTS = "provider-codes.properties";

    private final String code;
    private final String description;
    private final String reason;
    private final String fix;

    ProviderCode(String code) {
        this.code = code;
        this.description = Texts.of(code, "description");
        this.reason = Texts.of(code, "reason");
        this.fix = Texts.of(code, "fix");
    }

    /** Loaded with the first code: an enum's constants are made before its static fields. */
    private static final class Texts {
        private static final Properties LOADED = load();

        static String of(String code, String part) {
            String text = LOADED.getProperty(code + "." + part);
            if (text == null) {
                throw new IllegalStateException("%s has no %s".formatted(code, part));
            }
            return text;
        }

        private static Properties load() {
            Properties texts = new Properties();
            try (InputStream in = ProviderCode.class.getResourceAsStream(TEXTS)) {
                texts.load(new InputStreamReader(Objects.requireNonNull(in), UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return texts;
        }
    }

    /** The code, such as {@code PRV-401}. */
    public String code() {
        return code;
    }

    /** Its meaning, in one sentence that names no bundle. */
    public String description() {
        return description;
    }

    /** The remedy, in one sentence; places for names are written {@code %1$s}. */
    public String fix() {
        return fix;
    }

    /** Where a bundle ends with this code: its own code failed, or the host does not want it. */
    ProviderState state() {
        if (this == LEAKED) {
            return ProviderState.LEAKED;
        }
        if (this == QUARANTINED) {
            return ProviderState.QUARANTINED;
        }
        return switch (this) {
            case LOAD_FAILED,
                    DESCRIPTOR_FAILED,
                    START_TIMED_OUT,
                    INTERVIEWS_FAILED,
                    SUPPORT_FAILED ->
                    ProviderState.FAILED;
            default -> ProviderState.REJECTED;
        };
    }

    public Finding about(Object... subjects) {
        return new Finding(this, reason.formatted(subjects), fix.formatted(subjects));
    }

    public Refusal refusal(Object... subjects) {
        return new Refusal(List.of(about(subjects)));
    }
}
