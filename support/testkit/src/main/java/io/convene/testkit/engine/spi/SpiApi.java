package io.convene.testkit.engine.spi;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The types and members of one version of core. */
final class SpiApi {
    private static final String CORE = "io/convene/core/";

    /**
     * One type.
     *
     * @param above its superclass and interfaces
     * @param members names of fields and methods with their descriptors
     */
    private record Type(Set<String> above, Set<String> members) {}

    private final Map<String, Type> types = new HashMap<>();

    /** Whether a type is one of core's, by its name with slashes. */
    static boolean isCore(String type) {
        return type.startsWith(CORE);
    }

    /** Adds the type of a class file. */
    void add(byte[] classFile) {
        ClassModel model = ClassFile.of().parse(classFile);
        Set<String> above = new HashSet<>();
        model.superclass().map(ClassEntry::asInternalName).ifPresent(above::add);
        model.interfaces().forEach(type -> above.add(type.asInternalName()));
        Set<String> members = new HashSet<>();
        model.methods()
                .forEach(method ->
                        members.add(
                                member(
                                        method.methodName().stringValue(),
                                        method.methodType().stringValue())));
        model.fields()
                .forEach(field ->
                        members.add(
                                member(
                                        field.fieldName().stringValue(),
                                        field.fieldType().stringValue())));
        types.put(model.thisClass().asInternalName(), new Type(above, members));
    }

    boolean hasType(String type) {
        return types.containsKey(type);
    }

    /** Whether a type of core, or one above it, has that member. */
    boolean has(String type, String member) {
        Deque<String> left = new ArrayDeque<>(Set.of(type));
        Set<String> seen = new HashSet<>();
        while (!left.isEmpty()) {
            String next = left.pop();
            if (!seen.add(next)) {
                continue;
            }
            Type known = types.get(next);
            if (known == null) {
                if (!isCore(next) && isInJdk(next, member)) {
                    return true;
                }
            } else if (known.members().contains(member)) {
                return true;
            } else {
                left.addAll(known.above());
            }
        }
        return false;
    }

    /** A member as it is looked for. */
    static String member(String name, String descriptor) {
        return name + descriptor;
    }

    private static boolean isInJdk(String type, String member) {
        try {
            Class<?> found = Class.forName(type.replace('/', '.'), false, null);
            return Arrays.stream(found.getMethods()).map(SpiApi::of).anyMatch(member::equals);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String of(Method method) {
        MethodTypeDesc type =
                java.lang.invoke.MethodType.methodType(
                                method.getReturnType(), method.getParameterTypes())
                        .describeConstable()
                        .orElseThrow();
        return member(method.getName(), type.descriptorString());
    }
}
