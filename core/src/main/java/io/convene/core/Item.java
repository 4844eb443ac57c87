package io.convene.core;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A lenient view of one JSON value over the vendor's own bytes. A value that is missing, null or of
 * another type than asked for is absent: no reader throws or returns null, and nothing is decoded
 * before someone asks. Belongs to one request; not thread-safe.
 *
 * <p>Where an object has a name twice, its last value counts, as in JavaScript.
 *
 * @since 1.0.0
 */
public final class Item {
    private static final Item ABSENT = new Item(JsonIndex.of(new byte[] {'n', 'u', 'l', 'l'}), 0);

    private final JsonIndex index;
    private final int node;
    private @Nullable Map<String, List<Item>> attached;
    private @Nullable Map<String, List<Item>> spliced;

    private Item(JsonIndex index, int node) {
        this.index = index;
        this.node = node;
    }

    /**
     * Parses a document. A byte order mark of UTF-8 in front of it is skipped.
     *
     * @param json the bytes, which must not change afterwards
     * @return the document
     * @throws JsonException if the bytes are not one JSON document
     */
    public static Item parse(byte[] json) {
        return new Item(JsonIndex.of(json), 0);
    }

    /**
     * A string of the bundle's own, such as an id that a side call gave, to be attached to an item.
     *
     * @param characters the string
     * @return the string as an item, absent when it is blank
     */
    public static Item of(String characters) {
        Text text = Text.of(characters);
        if (!text.isPresent()) {
            return ABSENT;
        }
        byte[] json = new byte[text.length() + 2];
        json[0] = '"';
        text.copyTo(json, 1);
        json[json.length - 1] = '"';
        return parse(json);
    }

    /** The absent value, which is not null: all its readers find nothing. */
    public static Item absent() {
        return ABSENT;
    }

    /** Whether there is a value other than null. */
    public boolean isPresent() {
        return index.kind(node) != JsonIndex.NULL;
    }

    /** Whether nothing is there: no value, null, or a blank string. */
    public boolean isMissing() {
        return !isPresent() || (isString() && !text().isPresent());
    }

    /** Whether the value is a string, blank or not. */
    public boolean isString() {
        return index.isString(node);
    }

    /** Whether the value is an object. */
    public boolean isObject() {
        return index.kind(node) == JsonIndex.OBJECT;
    }

    /** Whether the value is an array. */
    public boolean isArray() {
        return index.kind(node) == JsonIndex.ARRAY;
    }

    /**
     * Finds a member of this object.
     *
     * @param name the member's name
     * @return its value; absent when there is none, or this is not an object
     */
    public Item at(String name) {
        int member = index.member(node, name);
        return member < 0 ? ABSENT : new Item(index, member);
    }

    /**
     * The text of the member of that name.
     *
     * @param name the member's name
     * @return a string that is not blank, a number as written, true or false; else absent
     */
    public Text text(String name) {
        int member = index.member(node, name);
        return member < 0 ? Text.absent() : index.text(member);
    }

    /** This value's own text: a string that is not blank, a number as written, true or false. */
    public Text text() {
        return index.text(node);
    }

    /**
     * The string in the member of that name.
     *
     * @param name the member's name
     * @return the string, absent when it is blank or the value is not a string
     */
    public Text words(String name) {
        int member = index.member(node, name);
        return member < 0 ? Text.absent() : index.words(member);
    }

    /** This string, absent when it is blank or the value is not a string. */
    public Text words() {
        return index.words(node);
    }

    /**
     * The id in the member of that name: a string or a number.
     *
     * @param name the member's name
     * @return the id as written, absent when the value is blank, true, false or anything else
     */
    public Text id(String name) {
        int member = index.member(node, name);
        return member < 0 ? Text.absent() : index.id(member);
    }

    /** This id, a string or a number; absent when it is blank, true, false or anything else. */
    public Text id() {
        return index.id(node);
    }

    /**
     * The whole number in the member of that name. Vendors also write numbers as strings, so {@code
     * "12"} is read as 12, and {@code 12.0} as 12.
     *
     * @param name the member's name
     * @return the number; nothing when the value is not a number, has a fraction or is beyond a
     *     long
     */
    public OptionalLong integer(String name) {
        return text(name).integer();
    }

    /**
     * The number in the member of that name. A string that holds a JSON number counts too.
     *
     * @param name the member's name
     * @return the number; nothing when the value is not a number or is beyond a finite double
     */
    public OptionalDouble number(String name) {
        return text(name).number();
    }

    /**
     * Whether the member of that name is true. The strings {@code "true"} and {@code "false"} count
     * too, in any case; numbers such as 0 and 1 do not.
     *
     * @param name the member's name
     * @return true or false; nothing when the value is neither
     */
    public Optional<Boolean> flag(String name) {
        return text(name).flag();
    }

    /**
     * The elements of the array in the member of that name.
     *
     * @param name the member's name
     * @return the elements; none when it is not an array
     */
    public List<Item> each(String name) {
        int member = index.member(node, name);
        return member < 0 ? List.of() : elementsOf(member);
    }

    /** The elements of this array; none when it is not an array. */
    public List<Item> each() {
        return elementsOf(node);
    }

    /**
     * Keeps rows of another call with this item, for {@code map} only. Rows of the same name are
     * replaced. {@link #absent()} keeps none, as all requests share it.
     *
     * @param name the name to find them by, of the bundle's own choice
     * @param rows the rows
     */
    public void attach(String name, List<Item> rows) {
        if (this == ABSENT) {
            return;
        }
        attached = with(attached, name, rows);
    }

    /**
     * Keeps rows of another call with this item, and also adds them to its {@code remote_data}, as
     * a last member.
     *
     * @param name the member's name, which the record must not have
     * @param rows the rows
     */
    public void splice(String name, List<Item> rows) {
        if (this == ABSENT) {
            return;
        }
        attach(name, rows);
        spliced = with(spliced, name, rows);
    }

    /** Nearly always the only ones: a page has hundreds of these maps. */
    private static Map<String, List<Item>> with(
            @Nullable Map<String, List<Item>> others, String name, List<Item> rows) {
        if (others == null) {
            return Map.of(name, rows);
        }
        Map<String, List<Item>> all = new LinkedHashMap<>(others);
        all.put(name, rows);
        return Collections.unmodifiableMap(all);
    }

    /**
     * Finds rows that were attached or spliced.
     *
     * @param name the name they were kept under
     * @return the rows; none when nothing was kept
     */
    public List<Item> attached(String name) {
        return attached == null ? List.of() : attached.getOrDefault(name, List.of());
    }

    /** The rows that {@code remote_data} has beyond the vendor's bytes, by member name. */
    public Map<String, List<Item>> spliced() {
        return spliced == null ? Map.of() : spliced;
    }

    /**
     * The document's bytes, of which this value is the part from {@link #start()} to {@link
     * #end()}. Not a copy.
     */
    public byte[] source() {
        return index.source();
    }

    /** The first byte of this value in {@link #source()}. */
    public int start() {
        return index.start(node) - (isString() ? 1 : 0);
    }

    /** The place after the last byte of this value in {@link #source()}. */
    public int end() {
        return index.end(node) + (isString() ? 1 : 0);
    }

    /**
     * The whole document that this value is a part of, such as {@code {"data":[…],"included":[…]}}
     * of JSON:API. It costs nothing, in {@link io.convene.core.spi.Listing#join} and in {@link
     * io.convene.core.spi.Listing#map} too.
     *
     * @return the outermost value
     */
    public Item document() {
        return node == 0 ? this : new Item(index, 0);
    }

    private List<Item> elementsOf(int array) {
        if (index.kind(array) != JsonIndex.ARRAY) {
            return List.of();
        }
        List<Item> elements = new ArrayList<>(index.count(array));
        int close = index.close(array);
        for (int element = array + 1; element < close; element = index.next(element)) {
            elements.add(new Item(index, element));
        }
        return elements;
    }
}
