package io.convene.testkit.engine.jars;

import io.convene.testkit.engine.report.RuleProblems;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the bundle's own compiled classes without running them. */
public final class CodeCheck {
    private static final String VENDOR = "io/convene/core/spi/Vendor";

    /**
     * The work that the host does for bundles, by the classes that a bundle must not use for it.
     */
    private static final Map<String, String> CLASSES =
            Map.ofEntries(
                    Map.entry("java/net/Socket", "connections"),
                    Map.entry("java/net/ServerSocket", "connections"),
                    Map.entry("java/net/DatagramSocket", "connections"),
                    Map.entry("java/net/URLConnection", "connections"),
                    Map.entry("java/net/HttpURLConnection", "connections"),
                    Map.entry("java/net/InetAddress", "connections"),
                    Map.entry("java/nio/channels/", "connections"),
                    Map.entry("java/io/File", "files"),
                    Map.entry("java/io/FileInputStream", "files"),
                    Map.entry("java/io/FileOutputStream", "files"),
                    Map.entry("java/io/FileReader", "files"),
                    Map.entry("java/io/FileWriter", "files"),
                    Map.entry("java/io/RandomAccessFile", "files"),
                    Map.entry("java/nio/file/Files", "files"),
                    Map.entry("java/lang/ProcessBuilder", "processes"),
                    Map.entry("java/util/Timer", "threads"),
                    Map.entry("java/util/concurrent/Executors", "threads"),
                    Map.entry("java/util/concurrent/ForkJoinPool", "threads"),
                    Map.entry("java/util/concurrent/ThreadPoolExecutor", "threads"),
                    Map.entry("java/util/concurrent/CompletableFuture", "threads"));

    /** The same by single methods. */
    private static final Map<String, String> METHODS =
            Map.ofEntries(
                    Map.entry("java/net/URL.openStream", "connections"),
                    Map.entry("java/net/URL.openConnection", "connections"),
                    Map.entry("java/lang/Runtime.exec", "processes"),
                    Map.entry("java/lang/System.exit", "processes"),
                    Map.entry("java/lang/Thread.<init>", "threads"),
                    Map.entry("java/lang/Thread.start", "threads"),
                    Map.entry("java/lang/Thread.startVirtualThread", "threads"),
                    Map.entry("java/lang/Thread.ofVirtual", "threads"),
                    Map.entry("java/lang/Thread.ofPlatform", "threads"),
                    Map.entry("java/lang/Thread.sleep", "threads"),
                    Map.entry("java/lang/System.currentTimeMillis", "clocks"),
                    Map.entry("java/lang/System.nanoTime", "clocks"),
                    Map.entry("java/time/Instant.now", "clocks"),
                    Map.entry("java/time/LocalDate.now", "clocks"),
                    Map.entry("java/time/LocalDateTime.now", "clocks"),
                    Map.entry("java/time/OffsetDateTime.now", "clocks"),
                    Map.entry("java/time/ZonedDateTime.now", "clocks"),
                    Map.entry("java/time/Year.now", "clocks"),
                    Map.entry("java/time/Clock.systemUTC", "clocks"),
                    Map.entry("java/time/Clock.systemDefaultZone", "clocks"),
                    Map.entry("java/time/Clock.system", "clocks"));

    private CodeCheck() {}

    public static void translation(Path bundle, RuleProblems problems) {
        BundleJars.main(bundle)
                .ifPresent(jar ->
                        jar.classes()
                                .forEach((name, bytes) -> {
                                    for (PoolEntry entry :
                                            ClassFile.of().parse(bytes).constantPool()) {
                                        used(entry)
                                                .ifPresent(used ->
                                                        problems.add(
                                                                name.replace('/', '.')
                                                                        + " uses "
                                                                        + used
                                                                        + "; the host does that for it."));
                                    }
                                }));
    }

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

    private static Optional<String> used(PoolEntry entry) {
        String name = "";
        Optional<String> what = Optional.empty();
        if (entry instanceof ClassEntry type) {
            name = type.asInternalName();
            String used = name;
            what =
                    CLASSES.entrySet().stream()
                            .filter(one ->
                                    one.getKey().endsWith("/")
                                            ? used.startsWith(one.getKey())
                                            : used.equals(one.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst();
        } else if (entry instanceof MemberRefEntry member) {
            name = member.owner().asInternalName() + "." + member.name().stringValue();
            what = Optional.ofNullable(METHODS.get(name));
        }
        String used = name.replace('/', '.');
        return what.map(matter -> used + ", and a bundle may use no " + matter);
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
