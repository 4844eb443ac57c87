package io.convene.sandbox.wire;

import java.util.Iterator;

/** Writes a JSON value in one style. */
final class StyledJson {

    private static final String[] GAPS = {"", " ", "  ", "\n", "\t", " \r\n "};

    private final Json.Style style;
    private final StringBuilder out = new StringBuilder(512);
    private int depth;
    private int gap;

    StyledJson(Json.Style style) {
        this.style = style;
    }

    StyledJson append(Json json) {
        switch (json) {
            case Json.StringValue text -> quote(text.value());
            case Json.Verbatim verbatim -> out.append(verbatim.text());
            case JsonArray array -> list(array.values().iterator());
            case JsonObject object -> object(object.members().iterator());
        }
        return this;
    }

    private void list(Iterator<Json> values) {
        open('[', values.hasNext());
        while (values.hasNext()) {
            append(values.next());
            next(values.hasNext());
        }
        out.append(']');
    }

    private void object(Iterator<JsonObject.NamedValue> members) {
        open('{', members.hasNext());
        while (members.hasNext()) {
            JsonObject.NamedValue member = members.next();
            quote(member.name());
            out.append(
                    style == Json.Style.RAGGED
                            ? gap() + ":" + gap()
                            : style == Json.Style.PRETTY ? ": " : ":");
            append(member.value());
            next(members.hasNext());
        }
        out.append('}');
    }

    private void open(char bracket, boolean filled) {
        out.append(bracket);
        depth++;
        if (filled) {
            pad();
        } else {
            depth--;
        }
    }

    private void next(boolean more) {
        if (more) {
            out.append(style == Json.Style.RAGGED ? gap() + "," : ",");
        } else {
            depth--;
        }
        pad();
    }

    private void pad() {
        if (style == Json.Style.PRETTY) {
            out.append('\n').repeat("  ", depth);
        } else if (style == Json.Style.RAGGED) {
            out.append(gap());
        }
    }

    private String gap() {
        return GAPS[gap++ % GAPS.length];
    }

    private void quote(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            character(value.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '/' -> out.append(style == Json.Style.ESCAPED ? "\\/" : "/");
            default -> {
                if (c < ' ' || (style == Json.Style.ESCAPED && c > '~')) {
                    out.append("\\u%04x".formatted((int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
