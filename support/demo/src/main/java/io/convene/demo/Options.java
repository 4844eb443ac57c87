package io.convene.demo;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The options of the command line.
 *
 * @param port where the endpoint listens, 0 for any free port
 * @param sandboxPort where the sandbox listens, 0 for any free port
 * @param date the day around which the data is arranged; today if absent
 * @param help whether to print only the usage
 */
record Options(int port, int sandboxPort, Optional<LocalDate> date, boolean help) {
    static final String USAGE =
            """
            Usage: convene demo [--port 8080] [--sandbox-port 0] [--date today]

            Starts stand-ins of the applicant tracking systems and the launcher on loopback, with one
            account for each system, and prints requests to try. Ctrl-C stops all.

              --port N          where the endpoint listens; 0 takes any free port
              --sandbox-port N  where the stand-ins listen; 0 takes any free port
              --date YYYY-MM-DD the day around which the interviews lie, in UTC; the same day gives the same data
              --help            prints this
            """;

    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException when there is something it does not understand
     */
    static Options parse(List<String> words) {
        int port = 8080;
        int sandboxPort = 0;
        Optional<LocalDate> date = Optional.empty();
        boolean help = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--port" -> port = port(option, rest);
                case "--sandbox-port" -> sandboxPort = port(option, rest);
                case "--date" -> date = Optional.of(date(rest));
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new Options(port, sandboxPort, date, help);
    }

    private static LocalDate date(Iterator<String> rest) {
        String word = rest.hasNext() ? rest.next() : "";
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--date needs a day like 2026-06-15, not '" + word + "'", e);
        }
    }

    private static int port(String option, Iterator<String> rest) {
        String word = rest.hasNext() ? rest.next() : "";
        int port = word.matches("\\d{1,5}") ? Integer.parseInt(word) : -1;
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    option + " needs a number from 0 to " + HIGHEST_PORT + ", not '" + word + "'");
        }
        return port;
    }
}
