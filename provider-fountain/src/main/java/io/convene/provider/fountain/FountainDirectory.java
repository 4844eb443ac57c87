package io.convene.provider.fountain;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.VendorRequest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ids by name, where a name means one id only: names are equal whatever their white space is, and
 * whether their accents are characters of their own. Can be written as a small text and read again.
 */
final class FountainDirectory {
    private static final String AMBIGUOUS = "";

    private final Map<String, String> ids;

    private FountainDirectory(Map<String, String> ids) {
        this.ids = ids;
    }

    /** The ids of rows by the member that names them. */
    static FountainDirectory of(List<Item> rows, String nameMember) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Item row : rows) {
            Text id = row.id("id");
            Text name = row.words(nameMember);
            if (id.isPresent() && name.isPresent()) {
                ids.merge(
                        comparable(name.string()),
                        id.string(),
                        (one, other) -> one.equals(other) ? one : AMBIGUOUS);
            }
        }
        return new FountainDirectory(ids);
    }

    /** Reads the text that {@link #written()} returned. */
    static FountainDirectory read(String written) {
        Map<String, String> ids = new LinkedHashMap<>();
        written.lines()
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    ids.put(decode(line.substring(0, space)), decode(line.substring(space + 1)));
                });
        return new FountainDirectory(ids);
    }

    String written() {
        return ids.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + " " + encode(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** The one id of that name. */
    Optional<String> id(Text name) {
        return name.optional()
                .map(text -> ids.getOrDefault(comparable(text), AMBIGUOUS))
                .filter(id -> !id.equals(AMBIGUOUS));
    }

    /** The form in which names compare: composed characters, plain white space. */
    private static String comparable(String name) {
        return Text.collapsed(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    private static String encode(String text) {
        return VendorRequest.pathPart(text);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
