package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class KitPropertiesTests {
    private final String limit = System.getProperty(KitProperties.TIME_LIMIT, "");

    @AfterEach
    void clear() {
        System.clearProperty(KitProperties.RULES);
        System.setProperty(KitProperties.TIME_LIMIT, limit);
    }

    @Test
    void examinesEveryRuleWhenNoneIsNamed() {
        assertThat(KitProperties.rules()).containsExactly(Rule.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAGING,FILTERS", " paging , filters ", "filters,,PAGING,paging"})
    void examinesTheRulesThatAreNamed(String names) {
        System.setProperty(KitProperties.RULES, names);

        assertThat(KitProperties.rules()).containsExactly(Rule.FILTERS, Rule.PAGING);
    }

    @Test
    void saysWhichRulesThereAreWhenOneIsUnknown() {
        System.setProperty(KitProperties.RULES, "PAGING,PAGES");

        assertThatThrownBy(KitProperties::rules)
                .isInstanceOf(TestkitException.class)
                .hasMessageContaining("names the rule 'PAGES'")
                .hasMessageContaining("ODD_ENVELOPES");
    }

    @ParameterizedTest
    @CsvSource({"'', PT1M", "PT90S, PT90S", "90, PT90S", "' PT2H ', PT2H"})
    void readsHowLongARuleMayTake(String text, Duration expected) {
        System.setProperty(KitProperties.TIME_LIMIT, text);

        assertThat(KitProperties.timeLimit()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "PT0S", "-PT5S", "soon", "1m"})
    void refusesALimitThatIsNotAPositiveDuration(String text) {
        System.setProperty(KitProperties.TIME_LIMIT, text);

        assertThatThrownBy(KitProperties::timeLimit)
                .isInstanceOf(TestkitException.class)
                .hasMessageContaining("'%s'".formatted(text))
                .hasMessageContaining("PT90S");
    }
}
