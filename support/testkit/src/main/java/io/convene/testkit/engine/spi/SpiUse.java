package io.convene.testkit.engine.spi;

import io.convene.testkit.engine.jars.BundleJars;
import io.convene.testkit.engine.report.Counted;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a bundle needs exactly the version of the SPI that it requires: no part that came later,
 * and at least one that the version before did not have.
 */
public final class SpiUse {
    private static final String CORE = "io.convene.core";

    private SpiUse() {}

    /** The reasons why the bundle's requirement is not right; none if it is. */
    public static List<String> missing(Path bundle) {
        Optional<Version> required =
                BundleJars.main(bundle)
                        .flatMap(BundleJars.Jar::module)
                        .flatMap(SpiUse::compiledVersion);
        if (required.isEmpty()) {
            return List.of(
                    "The bundle's module does not record the version of io.convene.core that it was compiled against.");
        }
        SpiVersions versions = SpiVersions.known();
        List<String> missing = new ArrayList<>();
        Optional.ofNullable(versions.frozen().get(required.get()))
                .map(api -> newer(bundle, api, versions.running()))
                .filter(parts -> !parts.isEmpty())
                .ifPresent(parts ->
                        missing.add(
                                "The bundle is compiled against the SPI %s, which does not have what it uses: %s."
                                        .formatted(required.get(), Counted.list(parts))));
        Map.Entry<Version, SpiApi> before = versions.frozen().lowerEntry(required.get());
        if (before != null && newer(bundle, before.getValue(), versions.running()).isEmpty()) {
            missing.add(
                    "The bundle requires the SPI %s and uses nothing that %s does not have: compile it against %s, so that older hosts load it too."
                            .formatted(required.get(), before.getKey(), before.getKey()));
        }
        return missing;
    }

    private static Optional<Version> compiledVersion(ModuleDescriptor module) {
        return module.requires().stream()
                .filter(requires -> requires.name().equals(CORE))
                .findFirst()
                .flatMap(ModuleDescriptor.Requires::compiledVersion);
    }

    /** The parts of the SPI that the bundle's classes use and that version does not have. */
    private static Set<String> newer(Path bundle, SpiApi version, SpiApi running) {
        Set<String> newer = new TreeSet<>();
        for (BundleJars.Jar jar : BundleJars.of(bundle)) {
            for (byte[] bytes : jar.classes().values()) {
                ClassModel model = ClassFile.of().parse(bytes);
                for (PoolEntry entry : model.constantPool()) {
                    used(entry, version).ifPresent(newer::add);
                }
                newer.addAll(overridden(model, version, running));
            }
        }
        return newer;
    }

    private static Optional<String> used(PoolEntry entry, SpiApi version) {
        if (entry instanceof ClassEntry type
                && SpiApi.isCore(type.asInternalName())
                && !version.hasType(type.asInternalName())) {
            return Optional.of(named(type.asInternalName()));
        }
        if (entry instanceof MemberRefEntry member
                && SpiApi.isCore(member.owner().asInternalName())) {
            String owner = member.owner().asInternalName();
            String name = member.name().stringValue();
            if (!version.has(owner, SpiApi.member(name, member.type().stringValue()))) {
                return Optional.of("%s.%s".formatted(named(owner), name));
            }
        }
        return Optional.empty();
    }

    /** The methods of an interface of the SPI that came later, which a class implements. */
    private static Set<String> overridden(ClassModel model, SpiApi version, SpiApi running) {
        Set<String> newer = new TreeSet<>();
        for (ClassEntry type : model.interfaces()) {
            String name = type.asInternalName();
            if (SpiApi.isCore(name)) {
                model.methods()
                        .forEach(method -> {
                            String member =
                                    SpiApi.member(
                                            method.methodName().stringValue(),
                                            method.methodType().stringValue());
                            if (running.has(name, member) && !version.has(name, member)) {
                                newer.add(
                                        "%s.%s"
                                                .formatted(
                                                        named(name),
                                                        method.methodName().stringValue()));
                            }
                        });
            }
        }
        return newer;
    }

    private static String named(String type) {
        return type.substring(type.lastIndexOf('/') + 1).replace('$', '.');
    }
}
