package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule is worth what it catches: each is seen to name every offender of its own fixture, and no innocent. */
class EveryRuleCanFailTest {

    private static final String SOUND = "sound";

    static List<String> rules() {
        return new HouseRules(Houses.PRODUCT)
                .all().stream().map(HouseRule::name).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_names_every_offender_of_its_fixture(String name) {
        JavaClasses fixture = Houses.fixture(name);
        List<String> violations = violations(rule(name, name), fixture);
        List<String> offenders = fixture.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getSimpleName().startsWith("Offender"))
                .map(JavaClass::getSimpleName)
                .toList();

        assertThat(offenders).isNotEmpty();
        assertThat(offenders)
                .allSatisfy(offender -> assertThat(violations)
                        .anyMatch(violation -> violation.matches("(?s).*\\b" + offender + "\\b.*")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_leaves_a_sound_house_alone(String name) {
        assertThat(violations(rule(SOUND, name), Houses.fixture(SOUND))).isEmpty();
    }

    private static HouseRule rule(String fixture, String name) {
        return new HouseRules(Houses.FIXTURES + "." + fixture)
                .all().stream()
                        .filter(rule -> rule.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> violations(HouseRule rule, JavaClasses classes) {
        return rule.rule().evaluate(classes).getFailureReport().getDetails();
    }
}
