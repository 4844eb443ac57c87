package io.convene.launcher.cli.providers;

import io.convene.launcher.providers.bundle.FileFailure;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The options that name a running server and the token for it. */
final class ServerOptions {
    static final String DEFAULT = "http://localhost:8080";

    private static final String SERVER = "--server";
    private static final String TOKEN_FILE = "--token-file";
    private static final String TOKEN_VARIABLE = "CONVENE_TOKEN";

    private ServerOptions() {}

    /** Adds the options to a command. */
    static void addTo(CommandSpec spec, String meaning) {
        spec.addOption(
                OptionSpec.builder(SERVER)
                        .paramLabel("URL")
                        .type(String.class)
                        .description(meaning)
                        .build());
        spec.addOption(
                OptionSpec.builder(TOKEN_FILE)
                        .paramLabel("FILE")
                        .type(String.class)
                        .description(
                                "the file with a token of the scope admin; without it, the environment variable %s"
                                        .formatted(TOKEN_VARIABLE))
                        .build());
    }

    /** The server that the command line names, if it names one. */
    static Optional<AdminClient> named(ParseResult options) {
        return Optional.ofNullable(options.matchedOptionValue(SERVER, (String) null))
                .map(url -> client(url, options));
    }

    /** The server that the command line names, or the one on this machine. */
    static AdminClient orDefault(ParseResult options) {
        return named(options).orElseGet(() -> client(DEFAULT, options));
    }

    private static AdminClient client(String url, ParseResult options) {
        try {
            URI uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            String scheme = String.valueOf(uri.getScheme());
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return new AdminClient(uri, token(options));
            }
        } catch (IllegalArgumentException e) {
            // The same sentence says it.
        }
        throw wrong(
                options, "%s '%s' is not a URL; write it like %s".formatted(SERVER, url, DEFAULT));
    }

    private static String token(ParseResult options) {
        String file = options.matchedOptionValue(TOKEN_FILE, (String) null);
        String token = file == null ? System.getenv(TOKEN_VARIABLE) : read(file, options);
        if (token == null || token.isBlank()) {
            throw wrong(
                    options,
                    "a token of the scope admin is missing; put it into %s, or name its file with %s"
                            .formatted(TOKEN_VARIABLE, TOKEN_FILE));
        }
        return token.strip();
    }

    private static String read(String file, ParseResult options) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw wrong(
                    options,
                    "%s %s cannot be read: %s".formatted(TOKEN_FILE, file, FileFailure.reason(e)));
        }
    }

    private static ParameterException wrong(ParseResult options, String message) {
        return new ParameterException(options.commandSpec().commandLine(), message);
    }
}
