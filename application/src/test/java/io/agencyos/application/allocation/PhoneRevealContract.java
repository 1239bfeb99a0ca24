package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.enrichment.PhoneLookups;
import io.agencyos.application.lead.enrichment.RevealPhones.Asked;
import io.agencyos.application.lead.enrichment.RevealPhones.Looked;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.enrichment.PhoneLookup;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How telephone numbers are bought, over whatever stores: also the kit of {@link PhoneLookups}. Source: apollo 4.1, 7, 8.1. */
public abstract class PhoneRevealContract extends PhoneSteps {

    @Test // apollo 4.1: Hot and Warm; 7: polled after 2 minutes; credits booked once per request
    void a_warm_lead_without_a_number_gets_one_minutes_later_and_it_is_paid_for_once() {
        Asking asking = scenario().asking();
        Lead lead = warm(asking);
        number(address(lead), NUMBER);
        int before = Objects.requireNonNull(scenario().reread(lead).score()).score();

        assertThat(reveal().ask(asking.client())).isEqualTo(asked(1, 0, 0));
        assertThat(heard().getFirst().toString()).matches(TOLD_AT + "\\?ref=[0-9a-f]{32}");
        assertThat(reveal().look(asking.client())).as("not before two minutes").isEqualTo(looked(0, 0, 0, 0));

        scenario().advance(Duration.ofMinutes(2));
        assertThat(reveal().look(asking.client())).isEqualTo(looked(0, 0, 1, 0));
        answer();
        scenario().advance(Duration.ofMinutes(3));
        assertThat(reveal().look(asking.client())).isEqualTo(looked(1, 0, 0, 8));

        assertThat(spent(asking))
                .as("eight credits, beside the one that completed the lead")
                .isEqualTo(MeteredUnit.CREDIT.usualPrice().times(8 + 1));
        assertThat(phone(lead)).isEqualTo(NUMBER);
        assertThat(Objects.requireNonNull(scenario().reread(lead).score()).score())
                .as("data quality counts a number")
                .isGreaterThan(before);
        scenario().advance(Duration.ofHours(3));
        assertThat(reveal().look(asking.client())).isEqualTo(looked(0, 0, 0, 0));
        assertThat(reveal().ask(asking.client())).isEqualTo(asked(0, 0, 0));
    }

    private MicroAud spent(Asking asking) {
        return scenario()
                .read(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .meter()
                                .spent(asking.client(), "fake", scenario().now()))
                .day();
    }

    @Test // apollo 4.1: only Hot and Warm, only with the voice or SMS channel
    void nobody_is_asked_about_who_is_not_worth_it_or_could_not_be_called() {
        Asking asking = scenario().asking();
        own(asking);
        assertThat(reveal().ask(asking.client()))
                .as("nobody knows how good they are")
                .isEqualTo(asked(0, 0, 0));
        warm(asking);
        telephones = false;
        assertThat(reveal().ask(asking.client()).possible()).isFalse();
        assertThat(heard()).isEmpty();
    }

    @Test
    void who_said_stop_or_has_ended_is_not_asked_about() {
        Asking asking = scenario().asking();
        Lead stopped = warm(asking);
        Lead ended = warm(asking);
        suppress(
                asking.client(),
                Objects.requireNonNull(stopped.contact().email()).domain().value(),
                SuppressionReason.COMPETITOR);
        scenario().read(asking.client(), () -> {
            Lead now = scenario()
                    .on()
                    .world()
                    .leads()
                    .leads()
                    .find(asking.client(), ended.id())
                    .orElseThrow();
            return scenario()
                    .on()
                    .world()
                    .leads()
                    .leads()
                    .update(now.becoming(LeadStatus.ARCHIVED, scenario().now()));
        });

        assertThat(reveal().ask(asking.client())).isEqualTo(asked(0, 0, 1));

        assertThat(heard()).isEmpty();
        assertThat(reveal().ask(asking.client())).as("and not looked at again").isEqualTo(asked(0, 0, 0));
    }

    @Test // apollo 12 row 26: the callback twice effects one call and one booking
    void what_the_vendor_tells_is_looked_at_at_once_and_twice_is_once() {
        Asking asking = scenario().asking();
        Lead lead = warm(asking);
        number(address(lead), NUMBER);
        reveal().ask(asking.client());
        answer();
        String hash = Digests.sha256Hex(refOf(0));

        assertThat(reveal().told(asking.client(), hash, "9999")).isTrue();
        assertThat(due(asking.client())).extracting(PhoneLookup::request).containsExactly("1");
        assertThat(reveal().look(asking.client())).isEqualTo(looked(1, 0, 0, 8));
        assertThat(reveal().told(asking.client(), hash, "9999")).isFalse();
        assertThat(reveal().look(asking.client())).isEqualTo(looked(0, 0, 0, 0));
        assertThat(phone(lead)).isEqualTo(NUMBER);
    }

    @Test // apollo 12 row 27, 7: one-time word, 48 h; no other client's
    void only_the_word_of_an_open_question_of_this_client_is_expected() {
        Asking asking = scenario().asking();
        warm(asking);
        reveal().ask(asking.client());
        String hash = Digests.sha256Hex(refOf(0));

        assertThat(reveal().isExpected(asking.client(), hash, scenario().now())).isTrue();
        assertThat(reveal().isExpected(
                                asking.client(),
                                Digests.sha256Hex("another"),
                                scenario().now()))
                .isFalse();
        assertThat(reveal().isExpected(
                                scenario().asking().client(), hash, scenario().now()))
                .isFalse();
        assertThat(reveal().isExpected(asking.client(), hash, scenario().now().plus(Duration.ofHours(48))))
                .isFalse();
        assertThat(reveal().told(asking.client(), Digests.sha256Hex("another"), null))
                .isFalse();
    }

    @Test // apollo 8.1: never repeated on its own; the word may still bring the result; after 24 h eligible again
    void a_lost_receipt_costs_no_second_question_and_the_answer_may_still_come() {
        Asking asking = scenario().asking();
        Lead lead = warm(asking);
        number(address(lead), NUMBER);
        loseReceipt();

        Asked lost = reveal().ask(asking.client());
        assertThat(lost.unclear()).isEqualTo(1);
        assertThat(lost.failure()).isPresent();
        assertThat(reveal().ask(asking.client())).isEqualTo(asked(0, 0, 0));
        scenario().advance(Duration.ofHours(2));
        assertThat(reveal().look(asking.client()))
                .as("nobody knows what to ask for")
                .isEqualTo(looked(0, 0, 0, 0));

        answer();
        assertThat(reveal().told(asking.client(), Digests.sha256Hex(refOf(0)), "1"))
                .isTrue();
        assertThat(reveal().look(asking.client())).isEqualTo(looked(1, 0, 0, 8));
        assertThat(phone(lead)).isEqualTo(NUMBER);
    }

    @Test // apollo 8.1
    void a_day_after_a_lost_receipt_the_lead_may_be_asked_about_again() {
        Asking asking = scenario().asking();
        warm(asking);
        loseReceipt();
        reveal().ask(asking.client());
        scenario().advance(Duration.ofHours(24));

        assertThat(reveal().ask(asking.client())).isEqualTo(asked(1, 0, 0));

        assertThat(refOf(1)).isNotEqualTo(refOf(0));
    }

    @Test // apollo 7: hourly to 24 h, then give up; the record is kept
    void a_number_that_does_not_come_within_a_day_is_not_found() {
        Asking asking = scenario().asking();
        Lead lead = warm(asking);
        reveal().ask(asking.client());
        int looks = 0;
        Looked last = looked(0, 0, 0, 0);
        for (int minute = 0; minute <= 25 * 60; minute += 5) {
            Looked now = reveal().look(asking.client());
            looks += now.waiting() + now.missing();
            last = now.missing() > 0 ? now : last;
            scenario().advance(Duration.ofMinutes(5));
        }

        assertThat(last).isEqualTo(looked(0, 1, 0, 0));
        assertThat(looks).as("the first four and then each hour").isBetween(25, 27);
        assertThat(phone(lead)).isNull();
        assertThat(reveal().ask(asking.client())).isEqualTo(asked(0, 0, 0));
        scenario().advance(Duration.ofDays(90));
        assertThat(reveal().ask(asking.client()).asked()).isEqualTo(1);
    }

    @Test // vendor catalogue 2: what surely did not arrive is asked again; content 1.1: no credits, no question
    void a_refused_question_is_asked_again_next_time_and_stops_this_round() {
        Asking asking = scenario().asking();
        warm(asking);
        warm(asking);
        refuse(new VendorFailure.OutOfCredits(VendorFailure.Details.of("fake", "reveal", "empty")));

        Asked refused = reveal().ask(asking.client());
        assertThat(refused.asked()).isZero();
        assertThat(refused.failure()).containsInstanceOf(VendorFailure.OutOfCredits.class);

        assertThat(reveal().ask(asking.client())).isEqualTo(asked(2, 0, 0));
    }

    @Test // flows 1.7: the vendor's account has one breaker, whoever asks it
    void a_vendor_that_is_away_fails_the_run_so_that_its_breaker_hears_of_it() {
        Asking asking = scenario().asking();
        warm(asking);
        refuse(new VendorFailure.Unavailable(VendorFailure.Details.of("fake", "reveal", "down")));

        assertThat(run(asking(), asking.client()))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(FailureClass.TRANSIENT));
        assertThat(run(asking(), asking.client()))
                .as("it is back")
                .isInstanceOfSatisfying(
                        StepResult.Done.class,
                        done -> assertThat(done.counts().done()).isEqualTo(1));
        assertThat(Stream.of(asking(), looking()).flatMap(flow -> flow.steps().stream()))
                .extracting(FlowStep::account)
                .containsOnly(Optional.of(PeopleSources.ACCOUNT));
    }

    @Test // flows 1.7: one CREDENTIAL opens it; what was asked for before is counted
    void a_key_that_is_refused_in_the_middle_is_told_after_what_was_done() {
        Asking asking = scenario().asking();
        Lead lead = warm(asking);
        number(address(lead), NUMBER);
        reveal().ask(asking.client());
        scenario().advance(Duration.ofMinutes(3));
        refuse(new VendorFailure.Unauthorized(VendorFailure.Details.of("fake", "reveal", "no such key")));

        assertThat(run(looking(), asking.client()))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(FailureClass.CREDENTIAL));
        assertThat(due(asking.client())).as("looked for again later").isEmpty();
        scenario().advance(Duration.ofHours(1));
        answer();
        assertThat(run(looking(), asking.client())).isInstanceOf(StepResult.Done.class);
        assertThat(phone(lead)).isEqualTo(NUMBER);
    }

    @Test // outreach 6: whoever is somebody else's is not reached by a number of theirs
    void a_number_that_came_meanwhile_stays() {
        Asking asking = scenario().asking();
        Lead lead = warm(asking);
        number(address(lead), NUMBER);
        reveal().ask(asking.client());
        PhoneNumber own = new PhoneNumber("+61491570110");
        scenario().read(asking.client(), () -> {
            Lead now = scenario()
                    .on()
                    .world()
                    .leads()
                    .leads()
                    .find(asking.client(), lead.id())
                    .orElseThrow();
            return scenario()
                    .on()
                    .world()
                    .leads()
                    .leads()
                    .update(now.reachedAt(
                            new ContactPoints(
                                    now.contact().email(), now.contact().emailStatus(), own, null),
                            scenario().now()));
        });
        answer();
        scenario().advance(Duration.ofMinutes(2));

        assertThat(reveal().look(asking.client())).isEqualTo(looked(1, 0, 0, 8));

        assertThat(phone(lead)).isEqualTo(own);
    }

    @Test // data model 2: whose answers are due is asked of all at once
    void clients_with_answers_that_are_due_are_known_to_the_platform() {
        Asking one = scenario().asking();
        Asking other = scenario().asking();
        warm(one);
        warm(other);
        reveal().ask(one.client());
        scenario().advance(Duration.ofMinutes(1));
        reveal().ask(other.client());
        scenario().advance(Duration.ofMinutes(1));

        assertThat(scenario()
                        .on()
                        .units()
                        .onPlatform(() -> lookups().clientsDue(scenario().now(), null, 10)))
                .containsExactly(one.client());
        scenario().advance(Duration.ofMinutes(1));
        List<ClientId> both = scenario()
                .on()
                .units()
                .onPlatform(() -> lookups().clientsDue(scenario().now(), null, 10));
        assertThat(both).containsExactlyInAnyOrder(one.client(), other.client());
        assertThat(scenario()
                        .on()
                        .units()
                        .onPlatform(() -> lookups().clientsDue(scenario().now(), both.getFirst(), 10)))
                .containsExactly(both.getLast());
    }
}
