package io.convene.launcher.config.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one YAML document from the parser's events. Nothing is converted: a scalar is its text,
 * whatever type YAML would give it. Aliases share their target, so that a file cannot grow while it
 * is read.
 */
public final class YamlReader {
    /** Far above ten thousand accounts; a few aliases of aliases reach it. */
    private static final int MOST_VALUES = 5_000_000;

    private static final int DEEPEST = 50;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final String STANDARD = "tag:yaml.org,2002:";
    private static final Set<String> SCALARS =
            Set.of("str", "int", "float", "bool", "null", "timestamp", "binary");

    /**
     * Makes one mark for each place; the scanner asks for several, which are most of its
     * allocations.
     */
    private static final class MarkingReader extends StreamReader {
        private @Nullable Mark last;

        MarkingReader(String text) {
            super(text);
        }

        @Override
        public Mark getMark() {
            Mark mark = last;
            if (mark == null || mark.getIndex() != getIndex()) {
                mark = super.getMark();
                last = mark;
            }
            return mark;
        }
    }

    private final Parser parser;
    private final List<String> duplicates;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int values;
    private int depth;

    /**
     * @param size how many values it is, counting the values of its aliases
     */
    private record Anchored(Node node, int size) {}

    private YamlReader(String text, List<String> duplicates) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new MarkingReader(text), options);
        this.duplicates = duplicates;
    }

    /**
     * Reads the text of a file.
     *
     * @param duplicates takes a few words about every key that is given twice
     * @throws SyntaxException when it is not one YAML document; says where
     */
    public static Node read(String text, List<String> duplicates) throws SyntaxException {
        try {
            return new YamlReader(text, duplicates).document();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            String wrong = YamlErrors.describe(String.valueOf(e.getProblem()));
            throw mark == null ? new SyntaxException(wrong) : error(mark, wrong);
        } catch (ReaderException e) {
            throw YamlErrors.unprintable(text, e.getPosition());
        }
    }

    private Node document() throws SyntaxException {
        parser.getEvent(); // the start of the stream
        if (parser.getEvent() instanceof StreamEndEvent) {
            return Node.Scalar.ABSENT;
        }
        Node root = value(parser.getEvent());
        parser.getEvent(); // the end of the document
        Event next = parser.getEvent();
        if (next instanceof DocumentStartEvent) {
            throw error(next.getStartMark(), "a second document begins; a file must have one");
        }
        return root;
    }

    private Node value(Event event) throws SyntaxException {
        int before = values;
        count(event, 1);
        if (event instanceof AliasEvent alias) {
            Anchored target = anchors.get(alias.getAnchor());
            if (target == null) {
                throw error(event.getStartMark(), "the alias names no anchor that ends above it");
            }
            count(event, target.size());
            return target.node();
        }
        Node node = content(event);
        if (event instanceof NodeEvent named && named.getAnchor() != null) {
            anchors.put(named.getAnchor(), new Anchored(node, values - before));
        }
        return node;
    }

    private Node content(Event event) throws SyntaxException {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        checkTag(event, ((CollectionStartEvent) event).getTag(), Set.of("map", "seq"));
        if (++depth > DEEPEST) {
            throw error(event.getStartMark(), "the values are nested too deeply");
        }
        Node node = event instanceof SequenceStartEvent ? sequence() : mapping();
        depth--;
        return node;
    }

    private Node.Scalar scalar(ScalarEvent event) throws SyntaxException {
        String tag = checkTag(event, event.getTag(), SCALARS);
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN && tag.isEmpty();
        boolean isNull = tag.equals("null") || (plain && NULLS.contains(event.getValue()));
        return new Node.Scalar(event.getValue(), isNull);
    }

    private Node.Sequence sequence() throws SyntaxException {
        List<Node> entries = new ArrayList<>();
        for (Event next = parser.getEvent();
                !(next instanceof SequenceEndEvent);
                next = parser.getEvent()) {
            entries.add(value(next));
        }
        return new Node.Sequence(entries);
    }

    private Node.MappingNode mapping() throws SyntaxException {
        Map<String, Node> entries = new LinkedHashMap<>();
        KeyLines lines = new KeyLines();
        List<Node.MappingNode> merged = new ArrayList<>();
        for (Event next = parser.getEvent();
                !(next instanceof MappingEndEvent);
                next = parser.getEvent()) {
            Mark mark = next.getStartMark();
            boolean merge = isMerge(next);
            if (!(value(next) instanceof Node.Scalar(String key, boolean _))) {
                throw error(mark, "a key must be one text");
            }
            Node value = value(parser.getEvent());
            if (merge) {
                merged.addAll(merged(mark, value));
                continue;
            }
            if (entries.putIfAbsent(key, value) == null) {
                lines.add(mark.getLine() + 1);
            } else {
                duplicates.add(
                        "line %d: the key '%s' is given twice, first on line %d"
                                .formatted(mark.getLine() + 1, key, lines.of(key, entries)));
            }
        }
        merged.forEach(mapping -> mapping.values().forEach(entries::putIfAbsent));
        return new Node.MappingNode(entries);
    }

    private static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getTag() == null
                && scalar.getValue().equals("<<");
    }

    private static List<Node.MappingNode> merged(Mark mark, Node value) throws SyntaxException {
        List<Node.MappingNode> found = new ArrayList<>();
        List<Node> sources =
                value instanceof Node.Sequence(List<Node> entries) ? entries : List.of(value);
        for (Node source : sources) {
            if (!(source instanceof Node.MappingNode mapping)) {
                throw error(mark, "the merge key << needs a map or a list of maps");
            }
            found.add(mapping);
        }
        return found;
    }

    /** The name of a standard tag, empty without a tag. */
    private static String checkTag(Event event, @Nullable String tag, Set<String> known)
            throws SyntaxException {
        if (tag == null) {
            return "";
        }
        String name = tag.equals("!") ? "str" : tag;
        if (tag.startsWith(STANDARD)) {
            name = tag.substring(STANDARD.length());
        }
        if (!tag.equals("!") && !(tag.startsWith(STANDARD) && known.contains(name))) {
            throw error(
                    event.getStartMark(),
                    "this tag is not supported; quote a text that begins with !");
        }
        return name;
    }

    private void count(Event event, int more) throws SyntaxException {
        values += more;
        if (values > MOST_VALUES) {
            throw error(
                    event.getStartMark(),
                    "there are more than %,d values, counting those that aliases repeat"
                            .formatted(MOST_VALUES));
        }
    }

    private static SyntaxException error(Mark mark, String wrong) {
        return new SyntaxException(mark.getLine() + 1, mark.getColumn() + 1, wrong);
    }
}
