package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Enrolled = sent + refused + failed + pending, on all channels of the default sequence at once, while everything fails
 * that can. Source: outreach 3.4, I9.
 */
public abstract class ConservationContract {

    private static final Set<Channel> CHANNELS = Set.of(Channel.EMAIL, Channel.SMS, Channel.LINKEDIN, Channel.VOICE);
    private static final int DAYS = 24;

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);

    /** How many leads are lived through. */
    protected abstract int leads();

    /** A world with e-mail, texts, calls and a seat. */
    protected abstract OutreachScenario.World world(AtomicReference<Instant> time);

    /** The next call or look-up on this channel runs into one of the faults, by chance. */
    protected abstract void trouble(Channel channel, Random chance);

    /** The keys of everything that reached a person on any channel. */
    protected abstract List<String> reached();

    @Test // outreach 3.4 conservation, I9: at every commit, also per channel after faults
    void every_step_of_every_channel_is_in_exactly_one_place_whatever_fails() {
        OutreachScenario scenario = OutreachScenario.on(Course.EVERY, world(clock), clock);
        List<Lead> leads = scenario.leads(leads());
        Sequence sequence = scenario.in(() -> scenario.on()
                        .world()
                        .campaigns()
                        .sequence(scenario.client(), scenario.campaign().id(), 1))
                .orElseThrow();
        assertThat(sequence.steps()).extracting(step -> step.channel()).containsAll(CHANNELS);
        Random chance = new Random(20260302);
        Set<Lead> gone = new HashSet<>();
        for (int day = 0; day < DAYS; day++) {
            CHANNELS.stream().sorted().forEach(channel -> trouble(channel, chance));
            for (int part = 0; part < 2; part++) {
                scenario.runFor(Duration.ofHours(12));
                closes(scenario, leads, sequence);
            }
            if (day == 6 || day == 9) {
                Lead lead = leads.get(gone.size());
                gone.add(lead);
                scenario.in(() -> scenario.useCases()
                        .stopOutreach()
                        .stop(scenario.client(), lead.id(), StopReason.Plain.UNSUBSCRIBED));
                closes(scenario, leads, sequence);
            }
        }

        assertThat(reached()).doesNotHaveDuplicates();
        Conservation end = scenario.conservation();
        assertThat(end.sent()).isPositive();
        assertThat(end.failedInAll()).as("some of it failed").isPositive();
        assertThat(end.refused()).containsKey("unsubscribed");
        assertThat(gone).hasSize(2);
        Map<Channel, Long> sent = leads.stream()
                .flatMap(lead -> scenario.touches(lead).stream())
                .filter(touch -> touch.state() == TouchState.SENT)
                .collect(Collectors.groupingBy(touch -> touch.kind().channel(), Collectors.counting()));
        assertThat(sent.keySet()).as("every channel was used").containsAll(CHANNELS);
    }

    private static void closes(OutreachScenario scenario, List<Lead> leads, Sequence sequence) {
        Conservation all = scenario.conservation();
        assertThat(all.closes()).as("at %s", scenario.now()).isTrue();
        assertThat(all.enrolled())
                .isEqualTo((long) leads.size() * sequence.steps().size());
        Map<Channel, Map<EnrolmentStep.Outcome, Long>> rows = new EnumMap<>(Channel.class);
        for (Lead lead : leads) {
            List<EnrolmentStep> steps = scenario.steps(lead);
            List<Touch> touches = scenario.touches(lead);
            for (EnrolmentStep step : steps) {
                rows.computeIfAbsent(
                                sequence.step(step.stepNo()).channel(),
                                channel -> new EnumMap<>(EnrolmentStep.Outcome.class))
                        .merge(step.outcome(), 1L, Long::sum);
                boolean left = touches.stream()
                        .anyMatch(touch -> touch.stepNo() == step.stepNo() && touch.state() == TouchState.SENT);
                if (left) {
                    assertThat(step.outcome())
                            .as("step %d at %s", step.stepNo(), scenario.now())
                            .isNotEqualTo(EnrolmentStep.Outcome.PENDING);
                }
            }
        }
        Map<Channel, Long> wanted =
                sequence.steps().stream().collect(Collectors.groupingBy(step -> step.channel(), Collectors.counting()));
        rows.forEach((channel, outcomes) -> assertThat(
                        outcomes.values().stream().mapToLong(Long::longValue).sum())
                .as("%s at %s", channel, scenario.now())
                .isEqualTo(leads.size() * wanted.get(channel)));
        assertThat(rows.values().stream()
                        .mapToLong(outcomes -> outcomes.getOrDefault(EnrolmentStep.Outcome.SENT, 0L))
                        .sum())
                .isEqualTo(all.sent());
    }
}
