package io.convene.testkit.engine.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values that a member of a page's document must not have, by their names. */
final class WrongValues {
    private static final String NULL = "null";

    private WrongValues() {}

    /**
     * The values that can replace a value.
     *
     * @param value the value as the vendor wrote it
     * @param atTheEnd the last page's value of the member, empty text when it lacks the member: a
     *     value that says that nothing follows does not spoil a page
     */
    static Map<String, String> of(String value, Optional<String> atTheEnd) {
        Map<String, String> spoils = new LinkedHashMap<>();
        spoils.put(NULL, NULL);
        spoils.put("nothing at all", "");
        spoils.put("an object", "{\"unexpected\":[true]}");
        spoils.put("a list", "[]");
        spoils.put("the text \"many\"", "\"many\"");
        spoils.put("the number 7", "7");
        switch (value.charAt(0)) {
            case '{' -> spoils.remove("an object");
            case '[' -> spoils.remove("a list");
            case '"' -> spoils.remove("the text \"many\"");
            case 't', 'f' -> spoils.put("the value as text", "\"" + value + "\"");
            case 'n' -> {
                spoils.keySet().removeIf(name -> !name.startsWith("an object"));
                spoils.put("a list", "[]");
            }
            default -> {
                spoils.remove("the number 7");
                spoils.put("the number as text", "\"" + value + "\"");
            }
        }
        atTheEnd.ifPresent(end -> {
            spoils.values().remove(end);
            if (end.isEmpty() || end.equals(NULL) || end.equals("\"\"")) {
                spoils.remove(NULL);
                spoils.remove("nothing at all");
            }
        });
        return spoils;
    }
}
