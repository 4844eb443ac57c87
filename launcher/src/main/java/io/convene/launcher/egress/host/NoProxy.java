package io.convene.launcher.egress.host;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hosts that are reached without a proxy. Entries are separated by commas or white space:
 * {@code *} for all, a name for itself and every name below it, an address, or a network such as
 * {@code 10.0.0.0/8}; each with {@code :port} for that port alone. Loopback is always among them.
 * Immutable.
 */
final class NoProxy {
    private static final Pattern ENTRY =
            Pattern.compile(
                    "(?<host>\\[[^\\]]+]|[^:\\[\\]]+|[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:./]*)(:(?<port>\\d{1,5}))?");
    private static final String LOCAL = "localhost";

    private record Exemption(String host, Optional<Integer> port) {}

    private final List<Exemption> entries;

    private NoProxy(List<Exemption> entries) {
        this.entries = entries;
    }

    static NoProxy parse(String text) {
        return new NoProxy(
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                        .filter(entry -> !entry.isEmpty())
                        .flatMap(NoProxy::entry)
                        .toList());
    }

    private static Stream<Exemption> entry(String text) {
        Matcher matcher = ENTRY.matcher(text);
        if (!matcher.matches()) {
            return Stream.of();
        }
        Optional<Integer> port = Optional.ofNullable(matcher.group("port")).map(Integer::valueOf);
        return Stream.of(new Exemption(plain(matcher.group("host")), port));
    }

    /** Whether that host and port are reached without a proxy. */
    boolean includes(String host, int port) {
        String name = plain(host.toLowerCase(Locale.ROOT));
        Optional<InetAddress> address = address(name);
        if (name.equals(LOCAL)
                || name.endsWith("." + LOCAL)
                || address.filter(InetAddress::isLoopbackAddress).isPresent()) {
            return true;
        }
        return entries.stream()
                .filter(entry -> entry.port().isEmpty() || entry.port().get() == port)
                .anyMatch(entry -> matches(entry.host(), name, address));
    }

    private static boolean matches(String entry, String name, Optional<InetAddress> address) {
        if (entry.equals("*")) {
            return true;
        }
        if (address.isPresent()) {
            return isWithin(entry, address.get());
        }
        String parent = entry.startsWith("*.") ? entry.substring(1) : entry;
        String suffix = parent.startsWith(".") ? parent : "." + parent;
        return ("." + name).endsWith(suffix);
    }

    private static boolean isWithin(String network, InetAddress address) {
        String[] parts = network.split("/", 2);
        Optional<InetAddress> base = address(parts[0]);
        if (base.isEmpty()) {
            return false;
        }
        byte[] expected = base.get().getAddress();
        byte[] actual = address.getAddress();
        int most = expected.length * Byte.SIZE;
        int bits = most;
        if (parts.length == 2) {
            bits = parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        }
        if (bits < 0 || bits > most || actual.length != expected.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((expected[bit / Byte.SIZE] ^ actual[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Without brackets and without a dot at the end. */
    private static String plain(String host) {
        String open = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return open.endsWith(".") ? open.substring(0, open.length() - 1) : open;
    }

    private static Optional<InetAddress> address(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
