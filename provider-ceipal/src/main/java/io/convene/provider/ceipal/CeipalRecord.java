package io.convene.provider.ceipal;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Settings;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One record, read by the names that the account's settings give its members. */
record CeipalRecord(Item item, Settings settings) {
    /** The id there; Ceipal writes "" and "0" for none. */
    Text id(CeipalField field) {
        return first(field, CeipalRecord::idOf);
    }

    /** The text there, as Ceipal wrote it. */
    Text text(CeipalField field) {
        return first(field, Item::text);
    }

    /** The text there without HTML entities; "0" is none here either. */
    Text words(CeipalField field) {
        return first(field, value -> CeipalText.decode(filled(value.text())));
    }

    /**
     * The ids there: an array of ids or objects, or a comma list. Whoever has but a name or an
     * e-mail address is no user of Ceipal's and is left out.
     */
    List<Text> ids(CeipalField field) {
        for (String name : field.names(settings)) {
            List<Text> ids = idsOf(at(name)).toList();
            if (!ids.isEmpty()) {
                return ids;
            }
        }
        return List.of();
    }

    private Text first(CeipalField field, Function<Item, Text> reading) {
        for (String name : field.names(settings)) {
            Text text = reading.apply(at(name));
            if (text.isPresent()) {
                return text;
            }
        }
        return Text.absent();
    }

    private Item at(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? item.at(name)
                : new CeipalRecord(item.at(name.substring(0, dot)), settings)
                        .at(name.substring(dot + 1));
    }

    private static Text idOf(Item value) {
        Text id = value.isObject() ? value.text("id").or(value.text("user_id")) : value.text();
        return filled(id);
    }

    private static Text filled(Text text) {
        return text.is("0") ? Text.absent() : text;
    }

    private static Stream<Text> idsOf(Item value) {
        if (value.isArray()) {
            return value.each().stream().flatMap(CeipalRecord::idsOf);
        }
        return Arrays.stream(idOf(value).string().split(","))
                .map(String::strip)
                .filter(CeipalRecord::isId)
                .map(Text::of);
    }

    private static boolean isId(String text) {
        return !text.isEmpty()
                && !text.equals("0")
                && text.chars().noneMatch(c -> c == '@' || Character.isWhitespace(c));
    }
}
