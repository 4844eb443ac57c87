package io.convene.sandbox.wire;

import java.util.List;

/** Invented names, with the letters real ones have. */
public final class People {

    private static final List<String> FIRST =
            List.of(
                    "Ada", "José", "Zoë", "Łukasz", "Mei", "Noah", "Priya", "Søren", "Amara",
                    "Ivan", "Chloé", "Kenji", "Ruth", "Omar", "Anaïs", "Tomás");
    private static final List<String> LAST =
            List.of(
                    "Okafor",
                    "Nuñez",
                    "O'Neil",
                    "Kowalska",
                    "Tanaka",
                    "van der Berg",
                    "Iyer",
                    "Ångström",
                    "Smith",
                    "Petrov",
                    "Lefèvre",
                    "Müller",
                    "Cohen",
                    "Haddad",
                    "Brown",
                    "García");

    private People() {}

    public static String first(int index) {
        return FIRST.get(index % FIRST.size());
    }

    public static String last(int index) {
        return LAST.get((index * 7 + index / LAST.size()) % LAST.size());
    }

    public static String name(int index) {
        return first(index) + " " + last(index);
    }

    public static String email(int index) {
        return "person" + index + "@example.com";
    }
}
