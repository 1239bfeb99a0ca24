package io.agencyos.domain.content.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.CallToAction;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.PainPoint;
import io.agencyos.domain.content.PersonalisationField;
import io.agencyos.domain.content.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuidanceTest {

    private static final Values VALUES = Values.of(Map.of(Variable.FIRST_NAME, "Asha", Variable.COMPANY, "Northlight"));
    private static final List<Fragment> FRAGMENTS = List.of(
            Fragment.of("Your budget is wasted."),
            Fragment.of("Your pipeline is thin, {first_name}."),
            Fragment.of("Open to a quick chat?"),
            Fragment.of("Worth a conversation?"));

    private static List<String> among(Guidance guidance) {
        return guidance.among(FRAGMENTS, VALUES).stream()
                .map(fragment -> fragment.render(VALUES).orElseThrow())
                .toList();
    }

    private static Guidance ctas(CallToAction... ctas) {
        return new Guidance(
                Set.of(),
                Set.of(),
                Arrays.stream(ctas).map(CallToAction::phrase).collect(Collectors.toSet()),
                Set.of());
    }

    @Test // CIS 14.1: effective calls to action go before the rest
    void a_call_to_action_that_works_is_chosen() {
        assertThat(among(ctas(CallToAction.OPEN_TO_A_QUICK_CHAT))).containsExactly("Open to a quick chat?");
    }

    @Test // CIS 14.1: all ineffective pain points are left out
    void a_pain_point_that_does_not_work_is_left_out() {
        assertThat(among(new Guidance(Set.of(), Set.of(PainPoint.COST), Set.of(), Set.of())))
                .hasSize(3)
                .doesNotContain("Your budget is wasted.");
        assertThat(among(new Guidance(Set.of(PainPoint.LEADS), Set.of(), Set.of(), Set.of())))
                .containsExactly("Your pipeline is thin, Asha.");
        assertThat(among(new Guidance(Set.of(), Set.of(), Set.of(), Set.of(PersonalisationField.FIRST_NAME))))
                .containsExactly("Your pipeline is thin, Asha.");
    }

    @Test // CIS P8: there always is a text
    void what_leaves_nothing_over_is_not_applied() {
        assertThat(among(ctas(CallToAction.FREE_AUDIT))).hasSize(4);
        assertThat(Guidance.NONE.among(FRAGMENTS, VALUES)).isEqualTo(FRAGMENTS);
    }

    @Test // CIS 14.1, content 3.5: in the shipped library
    void every_lead_gets_the_call_to_action_that_works() {
        Template intro = TemplateLibrary.standard(MessageForm.EMAIL, TemplatePurpose.INTRO);
        Values all = Values.of(Map.of(
                Variable.FIRST_NAME, "Asha",
                Variable.COMPANY, "Northlight",
                Variable.AGENCY_NAME, "Harbour Lane",
                Variable.SENDER_NAME, "Sam"));
        assertThat(IntStream.range(0, 20)
                        .mapToObj(lead ->
                                new Brief("lead" + lead, 1, all, false, ctas(CallToAction.OPEN_TO_A_QUICK_CHAT)))
                        .map(brief -> Composer.compose(intro, brief)
                                .orElseThrow()
                                .text()
                                .text(TextField.BODY)))
                .allMatch(body -> body.contains("Open to a quick chat"));
    }
}
