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
    private static final Text UNREADABLE = Text.of("?");

    /** Such characters show that a text is a name, an address or damaged JSON. */
    private static final String NOT_IN_IDS = " @\"'<>&[]{}";

    /** The id there; Ceipal writes "" and "0" for none. */
    Text id(CeipalField field) {
        return first(field, CeipalRecord::idOf);
    }

    /** The id there, or the text that takes its place, without HTML's references. */
    Text idOrWords(CeipalField field) {
        return first(
                field,
                value -> value.isString() ? CeipalText.decode(filled(value.text())) : idOf(value));
    }

    /**
     * The time or time zone there, as Ceipal wrote it; "" and "0" are none. A value that is neither
     * text nor number becomes an unreadable text, so that nothing else is taken for it.
     */
    Text time(CeipalField field) {
        return first(field, CeipalRecord::timeOf);
    }

    /** The text there without HTML's references; "0" is none here either, nor is a number. */
    Text words(CeipalField field) {
        return first(field, value -> CeipalText.decode(filled(value.words())));
    }

    /**
     * The ids there: an array of ids or objects, also as JSON inside a text, or a comma list.
     * Whoever has but a name or an e-mail address is not a user of Ceipal and is left out.
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

    private static Text timeOf(Item value) {
        if (!value.isPresent()) {
            return Text.absent();
        }
        boolean isOdd = value.isObject() || value.isArray();
        return isOdd ? UNREADABLE : filled(value.text());
    }

    private static Text idOf(Item value) {
        Item given = CeipalJson.unwrapped(value);
        Text id = given.isObject() ? given.id("id").or(given.id("user_id")) : given.id();
        return filled(id);
    }

    private static Text filled(Text text) {
        return text.is("0") ? Text.absent() : text;
    }

    private static Stream<Text> idsOf(Item value) {
        Item given = CeipalJson.unwrapped(value);
        if (given.isArray()) {
            return given.each().stream().flatMap(CeipalRecord::idsOf);
        }
        return Arrays.stream(idOf(given).string().split(","))
                .map(CeipalText::plain)
                .filter(CeipalRecord::isId)
                .map(Text::of);
    }

    private static boolean isId(String text) {
        return !text.isEmpty()
                && !text.equals("0")
                && text.chars().noneMatch(c -> NOT_IN_IDS.indexOf(c) >= 0);
    }
}
