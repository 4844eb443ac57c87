package io.convene.launcher.providers.code;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The uses in one class, with the methods that they are in. */
final class ClassUses {
    private final String type;
    private final Set<ForbiddenUse> uses = new LinkedHashSet<>();

    private ClassUses(String type) {
        this.type = type;
    }

    static Set<ForbiddenUse> of(ClassModel model) {
        ClassUses found = new ClassUses(name(model.thisClass()));
        List<PoolEntry> forbidden = new ArrayList<>();
        for (PoolEntry entry : model.constantPool()) {
            if (matter(entry).isPresent()) {
                forbidden.add(entry);
            }
        }
        if (!forbidden.isEmpty()) {
            model.methods().forEach(found::addFrom);
        }
        if (found.uses.isEmpty()) {
            forbidden.forEach(entry -> found.add("", entry));
        }
        return found.uses;
    }

    private void addFrom(MethodModel method) {
        String name = method.methodName().stringValue();
        for (CodeElement element : method.code().map(CodeModel::elementList).orElse(List.of())) {
            switch (element) {
                case InvokeInstruction call -> add(name, call.method());
                case FieldInstruction access -> add(name, access.field());
                case TypeCheckInstruction check -> add(name, check.type());
                case LoadConstantInstruction load -> add(name, load.constantEntry());
                case InvokeDynamicInstruction call ->
                        call.invokedynamic().bootstrap().arguments().forEach(one -> add(name, one));
                default -> {
                    // Uses nothing by name.
                }
            }
        }
    }

    private void add(String method, LoadableConstantEntry constant) {
        add(method, (PoolEntry) constant);
    }

    private void add(String method, PoolEntry entry) {
        PoolEntry used = entry instanceof MethodHandleEntry handle ? handle.reference() : entry;
        matter(used)
                .ifPresent(matter -> uses.add(new ForbiddenUse(type, method, named(used), matter)));
    }

    private static Optional<Matter> matter(PoolEntry entry) {
        return switch (entry) {
            case ClassEntry used -> CodeRules.ofClass(name(used));
            case MemberRefEntry used ->
                    CodeRules.ofMember(name(used.owner()), used.name().stringValue(), first(used));
            default -> Optional.empty();
        };
    }

    private static String named(PoolEntry entry) {
        if (entry instanceof MemberRefEntry member) {
            return "%s.%s".formatted(name(member.owner()), member.name().stringValue());
        }
        return entry instanceof ClassEntry used ? name(used) : "";
    }

    private static String first(MemberRefEntry member) {
        return CodeRules.firstParameter(member.type().stringValue());
    }

    private static String name(ClassEntry entry) {
        return CodeRules.elementName(entry.asInternalName());
    }
}
