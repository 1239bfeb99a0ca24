package io.agencyos.application.conversion.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.conversion.suggest.Suggestion;
import io.agencyos.application.conversion.suggest.Suggestions;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.engine.StepVariants;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.ExperimentStatus;
import io.agencyos.domain.conversion.experiment.Reward;
import io.agencyos.domain.conversion.experiment.Standing;
import io.agencyos.domain.conversion.experiment.Variant;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.VariantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Experiments with texts, from their beginning to what a person makes of them, on whatever stores. */
public abstract class ExperimentsContract extends ExperimentDesk {

    // CIS 7.1, assignment; P4: the variant is frozen with the touch
    @Test
    void each_lead_is_written_to_in_its_own_variant_and_the_touch_says_which() {
        OutreachScenario outreach = experimenting(PermissionMode.AUTOPILOT);
        Experiment experiment = begun(outreach, asked(outreach.campaign().id(), 1));
        List<Lead> leads = outreach.leads(12);
        outreach.advance(Duration.ofMinutes(1));
        outreach.runFor(Duration.ofHours(1));
        VariantId ideas = experiment.variants().get(1).id();
        assertThat(leads).allSatisfy(lead -> {
            Touch.TouchContent text = written(outreach, lead);
            assertThat(text.variant()).isEqualTo(experiment.drawnFor(lead.id()).id());
            assertThat(text.body().contains("Shall I send you two ideas for ")).isEqualTo(ideas.equals(text.variant()));
        });
        assertThat(leads.stream().map(lead -> written(outreach, lead).variant()).distinct())
                .hasSize(2);
    }

    // CIS 7.1: stored, so a retry or re-draft keeps its arm
    @Test
    void a_lead_keeps_its_variant_when_traffic_is_shared_anew() {
        Experiment experiment = begun();
        StepVariants.Text text = new StepVariants.Text(
                new TouchId(UUID.randomUUID()),
                scenario().lead().id(),
                scenario().campaign().id(),
                1);
        StepVariants.Given first =
                in(() -> variants().of(client(), List.of(text))).get(text.touch());
        VariantId had = Objects.requireNonNull(Objects.requireNonNull(first).variant());
        List<Variant> turned = experiment.variants().stream()
                .map(each -> new Variant(
                        each.id(),
                        each.name(),
                        each.text(),
                        each.id().equals(had) ? new BigDecimal("0.00000") : new BigDecimal("1.00000"),
                        each.probability(),
                        0,
                        0,
                        null,
                        false))
                .toList();
        Experiment other = with(reread(experiment), turned);
        in(() -> experiments().update(other));
        assertThat(in(() -> variants().of(client(), List.of(text)))).containsEntry(text.touch(), first);
    }

    // api 9.10: one running per step
    @Test
    void a_step_has_one_experiment_at_a_time() {
        Experiment first = begun();
        TenantScope ann = as(ANN, Role.MEMBER);
        assertThat(holding().begin(ann, asked(first.campaignId(), 1), NOWHERE))
                .isInstanceOf(HoldExperiments.Outcome.AlreadyRunning.class);
        Experiment other = begun(scenario(), asked(first.campaignId(), 2));
        assertThat(holding().stop(ann, first.id(), "enough", NOWHERE))
                .isInstanceOfSatisfying(HoldExperiments.Outcome.Done.class, done -> {
                    assertThat(done.experiment().status()).isEqualTo(ExperimentStatus.STOPPED);
                    assertThat(done.experiment().stopReason()).isEqualTo("enough");
                });
        assertThat(holding().stop(ann, first.id(), null, NOWHERE)).isInstanceOf(HoldExperiments.Outcome.Over.class);
        clock().set(now().plus(Duration.ofDays(1)));
        Experiment again = begun();
        assertThat(holding().list(ann, Experiments.Filter.ALL, null, 10))
                .extracting(Experiment::id)
                .startsWith(again.id())
                .containsExactlyInAnyOrder(again.id(), other.id(), first.id());
        assertThat(holding()
                        .list(ann, Experiments.Filter.ALL, new Experiments.After(again.startedAt(), again.id()), 10))
                .extracting(Experiment::id)
                .containsExactlyInAnyOrder(other.id(), first.id());
    }

    // CIS 7.1: arms differ in one element and reach the same people
    @Test
    void texts_that_not_every_lead_can_get_are_refused() {
        HoldExperiments.Asked asked = new HoldExperiments.Asked(
                scenario().campaign().id(),
                1,
                Variation.Element.CTA,
                Reward.POSITIVE_REPLY,
                List.of(
                        new HoldExperiments.ArmAsked("news", "Did {recent_news} change your plans?"),
                        new HoldExperiments.ArmAsked("broken", "Is {company} growing {?"),
                        new HoldExperiments.ArmAsked("ideas", QUESTION)));
        assertThat(holding().begin(as(ANN, Role.MEMBER), asked, NOWHERE))
                .isInstanceOfSatisfying(
                        HoldExperiments.Outcome.TextsInvalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(HoldExperiments.ArmProblem::arm, HoldExperiments.ArmProblem::code)
                                .containsExactly(tuple(0, "variable_may_be_missing"), tuple(1, "template_invalid")));
    }

    // CIS 7.1: p0 is the client's rate of the channel and touch bucket, frozen when the experiment starts
    @Test
    void the_rate_before_is_that_of_matured_touches_of_the_same_number() {
        List<Lead> leads = fresh(20);
        record(leads, Map.of(), 1);
        clock().set(now().plus(Duration.ofDays(2)));
        leads.subList(0, 2).forEach(lead -> replied(lead, Intent.INTERESTED, "Tell me more."));
        replied(leads.get(2), Intent.NOT_INTERESTED, "No.");
        assertThat(begun().rateBefore()).isEqualByComparingTo("0.006");
        clock().set(now().plus(Duration.ofDays(6)));
        assertThat(begun(scenario(), asked(scenario().campaign().id(), 2)).rateBefore())
                .isEqualByComparingTo("0.006");
        in(() -> experiments().update(experiments().inForce(client()).getFirst().stopped(null, now())));
        assertThat(begun().rateBefore()).isEqualByComparingTo("0.1");
    }

    // CIS 7.1: a touch counts once matured, rewarded by what came in time
    @Test
    void a_touch_counts_when_it_is_old_enough_and_only_what_came_in_time_rewards_it() {
        Experiment experiment = begun();
        VariantId variant = experiment.variants().getFirst().id();
        List<Lead> leads = fresh(4);
        record(leads, variant, 1);
        clock().set(now().plus(Duration.ofDays(1)));
        replied(leads.get(0), Intent.QUESTION, "How?");
        replied(leads.get(1), Intent.UNSUBSCRIBE, "Stop.");
        assertThat(tally(experiment, variant)).isEqualTo(new Variant.Tally(0, 0, 4, 1));
        clock().set(now().plus(Duration.ofDays(7)));
        replied(leads.get(2), Intent.MEETING_REQUEST, "Let us talk.");
        assertThat(tally(experiment, variant)).isEqualTo(new Variant.Tally(4, 1, 4, 1));
    }

    // CIS 7.1, safety
    @Test
    void an_arm_that_people_complain_about_stops_at_the_next_look() {
        Experiment experiment = begun();
        VariantId bad = experiment.variants().get(1).id();
        List<Lead> annoyed = fresh(30);
        record(annoyed, bad, 1);
        record(fresh(30), experiment.variants().get(0).id(), 1);
        clock().set(now().plus(Duration.ofDays(1)));
        annoyed.subList(0, 8).forEach(lead -> replied(lead, Intent.ANGRY_OR_COMPLAINT, "Never again."));
        looking().look(client());
        Experiment after = reread(experiment);
        assertThat(after.status()).isEqualTo(ExperimentStatus.STOPPED);
        assertThat(after.stopReason()).isEqualTo(Experiment.HARM);
        assertThat(after.variant(bad).orElseThrow().harmful()).isTrue();
        assertThat(Standing.of(after, now()).sentence()).contains("complained");
    }

    // CIS 7.1: a planted better text is declared, suggested, and said by the step once a person accepts it
    @Test
    void a_better_text_wins_is_suggested_and_taken_up() {
        Experiment experiment = begun();
        VariantId plain = experiment.variants().get(0).id();
        VariantId ideas = experiment.variants().get(1).id();
        Experiment after = lived(experiment, 100, Map.of(plain, 40, ideas, 7), 15);
        assertThat(after.status()).isEqualTo(ExperimentStatus.WINNER);
        assertThat(after.winner()).map(Variant::id).contains(ideas);
        assertThat(after.variants()).allSatisfy(each -> assertThat(each.n()).isGreaterThanOrEqualTo(300));
        assertThat(Standing.of(after, now()).sentence()).startsWith("\u201cideas\u201d causes more positive replies: ");
        List<Suggestion> suggested = in(() -> suggestions().list(client(), Suggestions.Filter.ALL, 10));
        assertThat(suggested).singleElement().satisfies(each -> {
            assertThat(each.type()).isEqualTo(SuggestionType.UPDATE_CONTENT);
            assertThat(each.confidence()).isGreaterThanOrEqualTo(new BigDecimal("0.99"));
        });
        StepVariants.Text text = new StepVariants.Text(
                new TouchId(UUID.randomUUID()),
                new LeadId(UUID.randomUUID()),
                scenario().campaign().id(),
                1);
        assertThat(in(() -> variants().of(client(), List.of(text)))).isEmpty();
        assertThat(holding().adopt(as(ANN, Role.MEMBER), experiment.id(), NOWHERE))
                .isInstanceOf(HoldExperiments.Outcome.Done.class);
        assertThat(in(() -> variants().of(client(), List.of(text))))
                .containsEntry(
                        text.touch(),
                        new StepVariants.Given(null, List.of(new Variation(Variation.Element.CTA, QUESTION))));
    }

    // CIS 7.1: two texts alike stay open, and end after eight weeks and the days that the last message takes to count
    // without a difference
    @Test
    void texts_that_do_the_same_are_left_open() {
        Experiment experiment = begun();
        Map<VariantId, Integer> alike = Map.of(
                experiment.variants().get(0).id(), 20,
                experiment.variants().get(1).id(), 20);
        Experiment open = lived(experiment, 30, alike, 20);
        assertThat(open.isRunning()).isTrue();
        assertThat(Standing.of(open, now()).sentence()).startsWith("Open: ");
        clock().set(open.startedAt().plus(Duration.ofDays(56 + 7)));
        looking().look(client());
        assertThat(reread(experiment).status()).isEqualTo(ExperimentStatus.NO_DIFFERENCE);
        assertThat(in(() -> suggestions().list(client(), Suggestions.Filter.ALL, 10)))
                .isEmpty();
        assertThat(holding().adopt(as(ANN, Role.MEMBER), experiment.id(), NOWHERE))
                .isInstanceOf(HoldExperiments.Outcome.Over.class);
    }

    // CIS 7.1: reward meeting_booked is waited for 14 days
    @Test
    void meetings_reward_too() {
        Experiment experiment = begun(
                scenario(),
                new HoldExperiments.Asked(
                        scenario().campaign().id(),
                        1,
                        Variation.Element.SUBJECT_PATTERN,
                        Reward.MEETING_BOOKED,
                        List.of(
                                new HoldExperiments.ArmAsked("as it is", null),
                                new HoldExperiments.ArmAsked("short", "Two ideas, {first_name}"))));
        VariantId variant = experiment.variants().getFirst().id();
        List<Lead> leads = fresh(3);
        record(leads, variant, 1);
        clock().set(now().plus(Duration.ofDays(3)));
        booked(leads.get(1));
        clock().set(now().plus(Duration.ofDays(11)).plusSeconds(1));
        assertThat(tally(experiment, variant)).isEqualTo(new Variant.Tally(3, 1, 3, 0));
    }
}
