package io.convene.launcher.query;

import io.convene.core.Item;
import io.convene.core.spi.Position;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Tells pages apart in 64 bits: two checksums, which the JVM computes with the processor's own
 * instructions. They do not protect against a vendor that wants two pages to look equal.
 *
 * <p>Of a large page some items are looked at, and the lengths of all. The bytes of all would cost
 * 3 % of the CPU time of an answer of 100 interviews; eight items cost 0.3 %.
 */
final class PageDigest {
    private static final int MOST_ITEMS = 8;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Checksum first = new CRC32C();
    private final Checksum second = new CRC32();
    private long lengths;

    private PageDigest() {}

    /** The digest of a page's items in their order: the first, the last and some between them. */
    static long of(List<Item> items) {
        PageDigest digest = new PageDigest();
        for (Item item : items) {
            digest.lengths = digest.lengths * 31 + item.end() - item.start();
        }
        int looks = Math.min(items.size(), MOST_ITEMS);
        for (int i = 0; i < looks; i++) {
            Item item = items.get(looks == 1 ? 0 : i * (items.size() - 1) / (looks - 1));
            digest.add(item.source(), item.start(), item.end() - item.start());
        }
        return digest.value();
    }

    /** The digest of a place in a list. */
    static long of(Position position) {
        byte[] token = position.token().getBytes(StandardCharsets.UTF_8);
        PageDigest digest = new PageDigest();
        digest.add(token, 0, token.length);
        return digest.value() + position.phase() * SPREAD + position.format();
    }

    private void add(byte[] bytes, int start, int length) {
        first.update(bytes, start, length);
        second.update(bytes, start, length);
    }

    private long value() {
        return (first.getValue() << 32 | second.getValue()) + lengths * SPREAD;
    }
}
