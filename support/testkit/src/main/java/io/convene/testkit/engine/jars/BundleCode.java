package io.convene.testkit.engine.jars;

import io.convene.launcher.providers.code.CodeCheck;
import io.convene.launcher.providers.code.ForbiddenUse;
import io.convene.testkit.engine.report.RuleProblems;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the bundle's own compiled classes without running them. */
public final class BundleCode {
    private static final String VENDOR = "io/convene/core/spi/Vendor";

    private BundleCode() {}

    /** The code leaves to the host what is the host's. */
    public static void translation(Path bundle, RuleProblems problems) {
        BundleJars.main(bundle)
                .ifPresent(jar ->
                        jar.classes().values().stream()
                                .flatMap(bytes -> CodeCheck.ofClass(bytes).stream())
                                .map(BundleCode::problem)
                                .forEach(problems::add));
    }

    private static String problem(ForbiddenUse use) {
        return "%s, and a bundle may use no %s; the host does that for it."
                .formatted(use, use.matter().text());
    }

    /** The types that are bound to JSON can be reached by the host. */
    public static void boundTypes(Path bundle, RuleProblems problems) {
        BundleJars.main(bundle)
                .ifPresent(jar -> {
                    Set<String> bound = new LinkedHashSet<>();
                    jar.classes().values().forEach(bytes -> bound.addAll(bound(bytes)));
                    for (String type : bound) {
                        byte[] bytes = jar.classes().get(type);
                        if (bytes != null) {
                            check(type, bytes, jar.module(), problems);
                        }
                    }
                });
    }

    /** The types that are handed to Vendor.bind as class literals. */
    private static Set<String> bound(byte[] bytes) {
        Set<String> bound = new LinkedHashSet<>();
        ClassModel model = ClassFile.of().parse(bytes);
        for (MethodModel method : model.methods()) {
            List<CodeElement> code = method.code().map(CodeModel::elementList).orElse(List.of());
            String last = "";
            for (CodeElement element : code) {
                if (element instanceof LoadConstantInstruction load
                        && load.constantEntry() instanceof ClassEntry type) {
                    last = type.asInternalName();
                } else if (element instanceof InvokeInstruction call
                        && call.owner().asInternalName().equals(VENDOR)
                        && call.name().stringValue().equals("bind")
                        && !last.isEmpty()) {
                    bound.add(last);
                }
            }
        }
        return bound;
    }

    private static void check(
            String type, byte[] bytes, Optional<ModuleDescriptor> module, RuleProblems problems) {
        String name = type.replace('/', '.');
        if (!ClassFile.of().parse(bytes).flags().has(AccessFlag.PUBLIC)) {
            problems.add("The type " + name + " is bound to JSON and not public.");
        }
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (module.isPresent() && !isOpenToAll(module.get(), packageName)) {
            problems.add(
                    "The type "
                            + name
                            + " is bound to JSON, and its module neither exports nor opens "
                            + packageName
                            + " to all.");
        }
    }

    private static boolean isOpenToAll(ModuleDescriptor module, String name) {
        return module.isOpen()
                || module.exports().stream()
                        .anyMatch(
                                exports -> !exports.isQualified() && exports.source().equals(name))
                || module.opens().stream()
                        .anyMatch(opens -> !opens.isQualified() && opens.source().equals(name));
    }
}
