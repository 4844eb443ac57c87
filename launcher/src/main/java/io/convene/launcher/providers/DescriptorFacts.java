package io.convene.launcher.providers;

import io.convene.core.spi.Authentication;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Setting;
import io.convene.launcher.providers.status.ProviderSheet.CredentialFacts;
import io.convene.launcher.providers.status.ProviderSheet.SettingFacts;
import io.convene.launcher.providers.status.ProviderStatus.Declared;

import java.util.Locale;

/** The part of a descriptor that operators see, as text. */
final class DescriptorFacts {
    private DescriptorFacts() {}

    static Declared of(ProviderDescriptor descriptor) {
        return new Declared(
                descriptor.hosts(),
                descriptor.documentation(),
                descriptor.settings().stream().map(DescriptorFacts::of).toList(),
                descriptor.authentications().stream().map(DescriptorFacts::of).toList());
    }

    private static SettingFacts of(Setting setting) {
        return new SettingFacts(
                setting.name(),
                setting.type().name().toLowerCase(Locale.ROOT),
                setting.isRequired(),
                setting.defaultValue());
    }

    private static CredentialFacts of(Authentication way) {
        return new CredentialFacts(way.name(), way.required(), way.optional());
    }
}
