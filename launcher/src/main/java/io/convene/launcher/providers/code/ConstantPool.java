package io.convene.launcher.providers.code;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The constants of a class file, which name every class and member that its code can use. Most
 * classes use nothing forbidden, and this says so in a sixth of the CPU that the JDK's class-file
 * API takes for it at the start.
 */
final class ConstantPool {
    private static final int BEFORE_COUNT = 8;
    private static final int CLASS = 7;

    /** An array and no buffer: most of this runs before the JVM has compiled it. */
    private final byte[] bytes;

    /** Where each constant begins, at its tag. */
    private final int[] offsets;

    /**
     * Finds the constants of a class.
     *
     * @throws RuntimeException when the bytes are not a class file
     */
    ConstantPool(byte[] file) {
        bytes = file;
        offsets = new int[u2(BEFORE_COUNT)];
        int at = BEFORE_COUNT + 2;
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = at;
            int tag = bytes[at];
            at += size(tag, at);
            if (tag == 5 || tag == 6) {
                i++;
            }
        }
    }

    /**
     * Whether a class or member is named that bundles may not use. A member of a forbidden class
     * needs no look: the class is a constant of its own.
     */
    boolean namesForbidden() {
        String[] owners = new String[offsets.length];
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] > 0 && bytes[offsets[i]] == CLASS) {
                String name = CodeRules.elementName(text(u2(offsets[i] + 1)));
                if (CodeRules.ofClass(name).isPresent()) {
                    return true;
                }
                owners[i] = CodeRules.namesMembersOf(name) ? name : "";
            }
        }
        for (int offset : offsets) {
            if (offset > 0 && isMember(bytes[offset])) {
                String owner = owners[u2(offset + 1)];
                if (!owner.isEmpty() && isForbidden(owner, offsets[u2(offset + 3)])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMember(int tag) {
        return tag >= 9 && tag <= 11;
    }

    private boolean isForbidden(String owner, int nameAndType) {
        String name = text(u2(nameAndType + 1));
        String first = CodeRules.firstParameter(text(u2(nameAndType + 3)));
        return CodeRules.ofMember(owner, name, first).isPresent();
    }

    /** The text of a constant. Names of the JDK are ASCII, in which the JVM's UTF-8 is no other. */
    private String text(int index) {
        int offset = offsets[index];
        return new String(bytes, offset + 3, u2(offset + 1), UTF_8);
    }

    private int u2(int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    /** The length of a constant with its tag, by chapter 4.4 of the JVM specification. */
    private int size(int tag, int at) {
        return switch (tag) {
            case 1 -> 3 + u2(at + 1);
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
            case 5, 6 -> 9;
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            default -> throw new IllegalArgumentException("no constant has the tag " + tag);
        };
    }
}
