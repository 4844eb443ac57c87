package io.convene.testkit.engine;

import io.convene.core.spi.Authentication;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Setting;
import io.convene.core.spi.Support;
import io.convene.launcher.egress.auth.EgressRules;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.report.RuleProblems;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks a bundle's declarations about itself. */
final class DeclarationCheck implements Check {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern URL_NAME = Pattern.compile("(.*_)?ur[il]");

    @Override
    public void run(Subject subject, RuleProblems problems) {
        ProviderDescriptor descriptor = subject.descriptor();
        if (descriptor.authentications().isEmpty()) {
            problems.add(
                    "The descriptor names no authentication: add one with ProviderDescriptor.Builder.authentication.");
        }
        for (Authentication way : descriptor.authentications()) {
            if (way.required().isEmpty()) {
                problems.add("The authentication " + way.name() + " requires no credentials.");
            }
        }
        for (String host : descriptor.hosts()) {
            if (host.startsWith("*.") && host.indexOf('.', 2) < 0) {
                problems.add(
                        "The host "
                                + host
                                + " would let credentials go to everybody: name the vendor's own domain.");
            }
        }
        descriptor.settings().forEach(setting -> setting(setting, descriptor, problems));
        settings(subject, problems);
        credentials(subject, problems);
        if (subject.provider().interviews().isEmpty()) {
            problems.add("interviews() is empty: return the listing of the interviews.");
        } else {
            support(subject.support(), problems);
        }
    }

    private static void setting(
            Setting setting, ProviderDescriptor descriptor, RuleProblems problems) {
        if (!NAME.matcher(setting.name()).matches()) {
            problems.add(
                    "The setting '"
                            + setting.name()
                            + "' is not written in lower_case_with_underscores.");
        }
        if (setting.help().isBlank()) {
            problems.add("The setting " + setting.name() + " has no help for operators.");
        }
        String value = setting.defaultValue();
        boolean isUrl = setting.type() == Setting.Type.URL;
        if (!isUrl && (URL_NAME.matcher(setting.name()).matches() || value.contains("://"))) {
            problems.add(
                    "The setting %s holds a URL: declare it with Setting.url, so that the host checks it."
                            .formatted(setting.name()));
        }
        if (isUrl && !value.isEmpty()) {
            EgressRules.refusal(URI.create(value), descriptor.hosts(), Set.of())
                    .ifPresent(why ->
                            problems.add(
                                    "The default of the setting "
                                            + setting.name()
                                            + " is "
                                            + value
                                            + ", which no request may go to. "
                                            + why));
        }
    }

    private static void settings(Subject subject, RuleProblems problems) {
        Set<String> declared =
                subject.descriptor().settings().stream()
                        .map(Setting::name)
                        .collect(Collectors.toSet());
        subject.facts().settings().keySet().stream()
                .filter(name -> !declared.contains(name))
                .forEach(name ->
                        problems.add(
                                "The test vendor's account has the setting "
                                        + name
                                        + ", which the descriptor does not declare."));
        for (Setting setting : subject.descriptor().settings()) {
            Optional<String> value = subject.settings().find(setting.name());
            if (value.isEmpty() && setting.isRequired()) {
                problems.add(
                        "The test vendor's account lacks the required setting %s."
                                .formatted(setting.name()));
            }
            value.flatMap(setting::problem)
                    .ifPresent(wrong ->
                            problems.add(
                                    "The test vendor's account has a setting that is refused: %s: %s."
                                            .formatted(setting.name(), wrong)));
        }
        subject.provider()
                .problems(subject.settings())
                .forEach(problem ->
                        problems.add(
                                "The test vendor's account has a setting that is refused: "
                                        + problem));
    }

    private static void credentials(Subject subject, RuleProblems problems) {
        List<Authentication> ways = subject.descriptor().authentications();
        Set<String> given = subject.facts().credentials().keySet();
        if (ways.stream().noneMatch(way -> given.containsAll(way.required()))) {
            problems.add(
                    "The test vendor's account has the credentials "
                            + given.stream().sorted().toList()
                            + ", which are enough for no authentication of the descriptor.");
        }
    }

    private static void support(Support support, RuleProblems problems) {
        support.required().stream()
                .filter(filter -> !support.filters().contains(filter))
                .forEach(filter ->
                        problems.add(
                                "support() requires the filter "
                                        + filter.text()
                                        + " and does not say who evaluates it: declare it with vendor() or local() too."));
        support.filters().stream()
                .filter(filter -> !support.fields().contains(filter.field()))
                .forEach(filter ->
                        problems.add(
                                "support() declares the filter "
                                        + filter.text()
                                        + " and not the field "
                                        + filter.field().text()
                                        + " that it compares."));
    }
}
