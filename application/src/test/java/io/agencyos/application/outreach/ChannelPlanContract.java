package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.outreach.engine.ChannelPlanning;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.ChannelAllocation;
import io.agencyos.domain.allocation.ChannelExclusion;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.campaign.sequence.DefaultSequence;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which channels a lead is given when it is enrolled, that it is kept why, and that planning keeps to it. */
public abstract class ChannelPlanContract {

    private final Set<Channel> healthy = EnumSet.of(Channel.EMAIL);
    private final AtomicReference<Instant> time = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);
    private @Nullable OutreachScenario made;

    /** The stores, with plans that are kept and these senders. */
    protected abstract OutreachScenario.World world(AtomicReference<Instant> clock);

    protected abstract ChannelPlans plans();

    @BeforeEach
    void open() {
        OutreachScenario.World on = world(time);
        OutreachWorld known = on.world();
        OutreachWorld planned = known.planned(new ChannelPlanning(client -> Set.copyOf(healthy), Optional.of(plans())));
        made = new OutreachScenario(
                new OutreachScenario.World(
                        on.units(),
                        on.stores(),
                        planned,
                        on.credits(),
                        on.scoring(),
                        on.sender(),
                        on.links(),
                        on.consent()),
                time,
                PermissionMode.AUTOPILOT);
    }

    private OutreachScenario scenario() {
        return Objects.requireNonNull(made);
    }

    private Optional<ChannelPlans.Decided> plan(Lead lead) {
        EnrolmentId enrolment = scenario().enrolment(lead).id();
        return Optional.ofNullable(scenario()
                .in(() -> plans().of(scenario().client(), List.of(enrolment)))
                .get(enrolment));
    }

    private Map<Channel, ExplainChannels.Standing> explained(Lead lead) {
        TenantScope viewer = new TenantScope(scenario().client(), null, Role.VIEWER);
        return scenario().useCases().explainChannels().of(viewer, lead.id()).orElseThrow().stream()
                .collect(Collectors.toMap(ExplainChannels.Standing::channel, standing -> standing));
    }

    @Test // ALLOC-1 steps 1 and 5, A10: decided at enrolment with its reasons, whatever is left today
    void an_enrolment_keeps_which_channels_it_was_given_and_why_not_the_others() {
        List<Lead> leads = scenario().leads(3);

        assertThat(leads)
                .allSatisfy(lead -> assertThat(plan(lead)).hasValueSatisfying(decided -> {
                    assertThat(decided.at()).isEqualTo(OutreachScenario.MONDAY_MORNING);
                    assertThat(decided.allocation().channels()).containsExactly(Channel.EMAIL);
                    assertThat(decided.allocation().excluded())
                            .containsOnlyKeys(Channel.LINKEDIN, Channel.VOICE, Channel.SMS, Channel.MAIL)
                            .containsEntry(Channel.LINKEDIN, ChannelExclusion.MIX_OFF);
                }));
        scenario().runFor(Duration.ofHours(3));
        assertThat(scenario().touches(leads.getFirst()))
                .as("an e-mail leaves as it always did")
                .singleElement()
                .satisfies(touch -> assertThat(touch.state()).isEqualTo(TouchState.SENT));
    }

    @Test // ALLOC-1 step 5, A5: none; tried again the next day, not lost
    void a_lead_without_any_channel_is_looked_at_again_a_day_later() {
        healthy.clear();
        Lead lead = scenario().lead();
        assertThat(plan(lead)).hasValueSatisfying(decided -> {
            assertThat(decided.allocation().outcome()).isEqualTo(ChannelAllocation.Outcome.NONE);
            assertThat(decided.allocation().excluded())
                    .containsEntry(Channel.EMAIL, ChannelExclusion.NO_HEALTHY_RESOURCE);
        });
        assertThat(explained(lead).get(Channel.EMAIL)).satisfies(standing -> {
            assertThat(standing.why()).isEqualTo(ChannelExclusion.NO_HEALTHY_RESOURCE);
            assertThat(standing.until()).isEqualTo(scenario().now().plus(Duration.ofDays(1)));
        });
        Lead ended = scenario().lead();
        scenario()
                .in(() -> scenario()
                        .useCases()
                        .stopOutreach()
                        .stop(scenario().client(), ended.id(), StopReason.Plain.LEAD_DELETED));
        assertThat(explained(ended).get(Channel.EMAIL))
                .as("nobody looks again at what is over")
                .satisfies(standing -> assertThat(standing.until()).isNull());
        healthy.add(Channel.EMAIL);
        assertThat(again()).as("not before a day is over").isZero();
        scenario().advance(Duration.ofDays(1));
        assertThat(again()).isEqualTo(1);
        assertThat(plan(lead).orElseThrow().allocation().channels()).containsExactly(Channel.EMAIL);
        scenario().advance(Duration.ofDays(1));
        assertThat(again()).as("who has a channel is left alone").isZero();
    }

    private int again() {
        return scenario().useCases().planChannelsAgain().again(scenario().client());
    }

    @Test // ALLOC-1: a step on a channel not allowed for the lead is skipped, not replaced
    void a_step_on_a_channel_that_was_not_given_is_skipped_with_the_reason_and_the_sequence_goes_on() {
        Sequence mixed = new Sequence(
                scenario().client(),
                scenario().campaign().id(),
                2,
                DefaultSequence.steps(Set.of(Channel.EMAIL, Channel.LINKEDIN)),
                scenario().now());
        Lead reachable = reachable();
        scenario().in(() -> {
            scenario().on().world().campaigns().addSequence(mixed);
            scenario()
                    .on()
                    .world()
                    .campaigns()
                    .update(scenario()
                            .on()
                            .world()
                            .campaigns()
                            .find(scenario().client(), scenario().campaign().id())
                            .orElseThrow()
                            .sequenced(2, false, scenario().now()));
        });
        scenario()
                .in(() -> scenario()
                        .useCases()
                        .enrolLeads()
                        .enrol(scenario().client(), scenario().campaign().id(), List.of(reachable.id())));

        scenario().runFor(Duration.ofDays(12));

        assertThat(scenario().steps(reachable))
                .extracting(EnrolmentStep::stepNo, EnrolmentStep::outcome, EnrolmentStep::code)
                .contains(
                        tuple(1, EnrolmentStep.Outcome.SENT, null),
                        tuple(2, EnrolmentStep.Outcome.REFUSED, "mix_off"),
                        tuple(3, EnrolmentStep.Outcome.SENT, null));
        assertThat(scenario().conservation().closes()).isTrue();
    }

    private Lead reachable() {
        Lead waiting = scenario().waiting(1).getFirst();
        ContactPoints points = new ContactPoints(
                waiting.contact().email(),
                EmailStatus.VERIFIED,
                new PhoneNumber("+61491570006"),
                LinkedInUrl.ofKey("in/p" + UUID.randomUUID()).orElseThrow());
        Lead stored = scenario().reread(waiting);
        scenario()
                .in(() -> scenario()
                        .on()
                        .world()
                        .leads()
                        .leads()
                        .updateAll(List.of(stored.reachedAt(points, scenario().now()))));
        return waiting;
    }

    @Test // api 9.6: what may be written now, why not otherwise, and from where
    void each_channel_of_a_lead_is_explained_as_it_stands_now() {
        Lead lead = scenario().lead();
        scenario().runFor(Duration.ofHours(3));

        Map<Channel, ExplainChannels.Standing> standings = explained(lead);

        assertThat(standings.get(Channel.EMAIL)).satisfies(email -> {
            assertThat(email.rank()).isEqualTo(1);
            assertThat(email.why()).isNull();
            assertThat(email.address()).isEqualTo(ExplainChannels.AddressState.OK);
            assertThat(email.from())
                    .isEqualTo(new ExplainChannels.From(
                            scenario().mailbox().address().value(), true));
            assertThat(email.decided()).isEqualTo(OutreachScenario.MONDAY_MORNING);
            assertThat(email.addedLines()).hasSize(2).last().isEqualTo("Unsubscribe: {unsubscribe_link}");
            String left = scenario().touches(lead).getFirst().content().body();
            assertThat(left).as("what left says so").contains(email.addedLines().getFirst(), "Unsubscribe: ");
        });
        assertThat(standings.get(Channel.LINKEDIN)).satisfies(linkedIn -> {
            assertThat(linkedIn.rank()).isNull();
            assertThat(linkedIn.why()).isEqualTo(ChannelExclusion.MIX_OFF);
            assertThat(linkedIn.address()).isNull();
            assertThat(linkedIn.addedLines()).isEmpty();
        });
        TenantScope stranger = new TenantScope(scenario().client(), null, Role.VIEWER);
        assertThat(scenario().useCases().explainChannels().of(stranger, new LeadId(UUID.randomUUID())))
                .isEmpty();
    }
}
