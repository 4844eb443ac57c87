package io.convene.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.javalin.Javalin;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnauthorizedResponse;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * The unified list as a team would write it for itself in an afternoon: Javalin, Jackson's tree,
 * the JDK's client. It answers the same JSON as Convene for the page that is measured.
 */
public final class JavalinMapper {
    private static final String BEARER = "Bearer ";

    private final ObjectMapper json = new ObjectMapper();
    private final PeerConfig config;
    private final byte[] tokenHash;
    private final Map<String, PeerList> integrations;

    private JavalinMapper(PeerConfig config) {
        this.config = config;
        this.tokenHash = HexFormat.of().parseHex(config.tokenHash());
        VendorClient vendor = new VendorClient();
        this.integrations =
                Map.of(
                        "ashby", new AshbyPeerList(vendor, json),
                        "greenhouse", new GreenhousePeerList(vendor, json));
    }

    /** Serves until it is killed. Argument: the configuration. */
    public static void main(String[] arguments) throws IOException {
        JavalinMapper mapper = new JavalinMapper(PeerConfig.read(Path.of(arguments[0])));
        Javalin server =
                Javalin.create(
                                javalin -> {
                                    javalin.concurrency.useVirtualThreads = true;
                                    javalin.startup.showJavalinBanner = false;
                                    javalin.routes.get("/unified/ats/interviews", mapper::list);
                                })
                        .start("127.0.0.1", 0);
        System.out.println("ready http=" + server.port());
    }

    private void list(Context context) throws Exception {
        authorize(context.header("Authorization"));
        String id = context.queryParam("integrated_account_id");
        PeerConfig.PeerAccount account =
                config.account(id == null ? "" : id)
                        .orElseThrow(() -> new NotFoundResponse("There is no account " + id));
        PeerList interviews = integrations.get(account.integration());
        if (interviews == null) {
            throw new NotFoundResponse("There is no integration " + account.integration());
        }
        int limit = context.queryParamAsClass("limit", Integer.class).getOrDefault(100);
        String cursor = vendorCursor(context.queryParam("next_cursor"), id);

        PeerList.PeerPage page = interviews.page(account, limit, cursor);
        ObjectNode body = json.createObjectNode();
        body.set("result", page.result());
        body.put("next_cursor", cursor(page.cursor(), id));
        body.putNull("prev_cursor");
        body.put("result_count", page.result().size());
        context.contentType("application/json").result(json.writeValueAsBytes(body));
    }

    private void authorize(@Nullable String header) throws NoSuchAlgorithmException {
        String token =
                header != null && header.startsWith(BEARER)
                        ? header.substring(BEARER.length())
                        : "";
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(hash, tokenHash)) {
            throw new UnauthorizedResponse();
        }
    }

    private @Nullable String cursor(@Nullable String vendorCursor, @Nullable String account)
            throws IOException {
        if (vendorCursor == null) {
            return null;
        }
        ObjectNode cursor = json.createObjectNode();
        cursor.put("account", account).put("cursor", vendorCursor);
        return Base64.getUrlEncoder().encodeToString(json.writeValueAsBytes(cursor));
    }

    private @Nullable String vendorCursor(@Nullable String cursor, @Nullable String account) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            JsonNode read = json.readTree(Base64.getUrlDecoder().decode(cursor));
            if (read.path("account").asText().equals(account)) {
                return read.path("cursor").asText();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BadRequestResponse("The cursor cannot be read");
        }
        throw new BadRequestResponse("The cursor is another account's");
    }
}
