package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.engine.ChannelPlanning;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.allocation.Exploration.Purpose;
import io.agencyos.domain.campaign.sequence.LearnedSequence;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.conversion.LockedField;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ChoiceBasis;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outreach that is steered by patterns, on whatever stores. */
public abstract class ConsumersContract extends LearningDesk {

    private @Nullable OutreachScenario made;

    /** The stores of settings, on those of the desk. */
    protected abstract LearningSettingsStore settings();

    @BeforeEach
    void steer_the_client() {
        OutreachScenario.World on = desk().world();
        OutreachWorld steered = on.world()
                .steered(
                        preferences(), new ChannelPlanning(on.world().planning().senders(), Optional.of(plans())));
        made = new OutreachScenario(
                new OutreachScenario.World(
                        on.units(),
                        on.stores(),
                        steered,
                        on.credits(),
                        on.scoring(),
                        on.sender(),
                        on.links(),
                        on.consent()),
                clock(),
                PermissionMode.AUTOPILOT);
    }

    private PatternPreferences preferences() {
        return new PatternPreferences(learning().patterns(), settings(), clock()::get);
    }

    private OutreachScenario steered() {
        return Objects.requireNonNull(made);
    }

    private ClientId steeredClient() {
        return steered().client();
    }

    private <T> T inSteered(Supplier<T> work) {
        return desk().world().units().inTenant(TenantScope.worker(steeredClient()), work);
    }

    private void set(LearningSettings.Uses uses, int exploreSends) {
        inSteered(() -> {
            settings()
                    .save(
                            steeredClient(),
                            new LearningSettings(
                                    uses,
                                    new LearningSettings.Explore(5, exploreSends, 10, 20),
                                    Horizons.DEFAULT,
                                    true,
                                    Set.of()));
            return null;
        });
    }

    private void learned(PatternType type, String confidence, Node.Members use) {
        inSteered(() -> learning()
                .patterns()
                .publish(new LearnedPattern(
                        ids().next(),
                        steeredClient(),
                        type,
                        1,
                        Node.members().with("for_use", use).done(),
                        1_000,
                        60,
                        new BigDecimal(confidence),
                        "meeting_booked",
                        now().minus(Duration.ofDays(100)),
                        now().minus(Duration.ofDays(14)),
                        now(),
                        "settings" + UUID.randomUUID(),
                        now(),
                        PatternStatus.ACTIVE)));
    }

    private static Node numbers(int... numbers) {
        return Node.items(Arrays.stream(numbers).mapToObj(Node::whole).toList());
    }

    private static Node.Members tenOClock() {
        return Node.members().with("learned_hours", numbers(10)).done();
    }

    private List<Touch> sentTo(int leads) {
        List<Lead> to = steered().leads(leads);
        // what came due a moment ago takes its own minute of what is left of the day
        steered().advance(Duration.ofMinutes(1));
        steered().runFor(Duration.ofHours(6));
        // one whose minute was the last of the window may have missed it and waits for the next day
        List<Touch> sent = to.stream()
                .map(lead -> steered().touches(lead).getFirst())
                .filter(touch -> touch.sentAt() != null)
                .toList();
        assertThat(sent).hasSizeGreaterThan(leads / 2);
        return sent;
    }

    private static int hour(Touch touch) {
        return Objects.requireNonNull(touch.sentAt())
                .atZone(ZoneId.of("Australia/Sydney"))
                .getHour();
    }

    @Test // CIS 14.1, 14.2: learned hours steer, a tenth leaves them aside, and each touch says which it was
    void sends_go_at_the_learned_hour_but_those_that_explore() {
        learned(PatternType.WHEN, "0.7500", tenOClock());
        List<Touch> touches = sentTo(24);
        Map<ChoiceBasis, List<Touch>> byBasis = touches.stream()
                .collect(Collectors.groupingBy(touch -> touch.frozen().timing()));
        assertThat(byBasis.get(ChoiceBasis.LEARNED)).hasSizeGreaterThan(12).allMatch(touch -> hour(touch) == 10);
        assertThat(touches)
                .allSatisfy(touch -> assertThat(touch.frozen().timing() == ChoiceBasis.EXPLORED)
                        .isEqualTo(Exploration.explores(Purpose.SEND, touch.idempotencyKey(), 10)));
        assertThat(touches).extracting(touch -> touch.frozen().planKey()).containsOnly("email>email>email");
    }

    @Test // CIS 14.2: with a share of 0 nothing explores
    void with_no_exploration_every_send_follows_the_pattern() {
        set(LearningSettings.DEFAULT.uses(), 0);
        learned(PatternType.WHEN, "0.7500", tenOClock());
        assertThat(sentTo(8)).allSatisfy(touch -> {
            assertThat(touch.frozen().timing()).isEqualTo(ChoiceBasis.LEARNED);
            assertThat(hour(touch)).isEqualTo(10);
        });
    }

    @Test // CIS 14.1: gate 0.5; P8: the default where nothing may steer
    void an_unsure_pattern_or_one_that_is_switched_off_steers_nothing() {
        learned(PatternType.WHEN, "0.4900", tenOClock());
        assertThat(sentTo(3)).extracting(touch -> touch.frozen().timing()).containsOnly(ChoiceBasis.DEFAULT);
        steered().advance(Duration.ofDays(7).minus(Duration.ofHours(6)));
        learned(PatternType.WHEN, "0.7500", tenOClock());
        set(new LearningSettings.Uses(true, false, true, true), 10);
        assertThat(sentTo(3)).extracting(touch -> touch.frozen().timing()).containsOnly(ChoiceBasis.DEFAULT);
    }

    @Test // CIS 13: readers use what is valid, so that a late job cannot extend its life
    void a_pattern_that_ran_out_steers_nothing() {
        learned(PatternType.WHEN, "0.7500", tenOClock());
        steered().advance(Duration.ofDays(14));
        assertThat(sentTo(3)).extracting(touch -> touch.frozen().timing()).containsOnly(ChoiceBasis.DEFAULT);
    }

    @Test // CIS 14.1, 14.2, ALLOC-1 step 2: kept with the enrolment
    void an_enrolment_keeps_by_what_its_channels_were_ordered() {
        learned(
                PatternType.HOW,
                "0.7500",
                Node.members()
                        .with(
                                "first_channels",
                                Node.items(List.of(Node.members()
                                        .with("channel", "linkedin")
                                        .with("status", "confirmed_positive")
                                        .with("ci_low", Node.rounded(.04, 4))
                                        .done())))
                        .done());
        List<Lead> leads = steered().leads(20);
        assertThat(leads).allSatisfy(lead -> {
            var enrolment = steered().enrolment(lead).id();
            ChoiceBasis basis = inSteered(() -> plans().of(steeredClient(), List.of(enrolment)))
                    .get(enrolment)
                    .allocation()
                    .basis();
            assertThat(basis)
                    .isEqualTo(
                            Exploration.explores(Purpose.CHANNEL, lead.id().text(), 10)
                                    ? ChoiceBasis.EXPLORED
                                    : ChoiceBasis.LEARNED);
        });
    }

    @Test // CIS 14.1: gaps, first channels and winning sequences for new sequences
    void a_new_sequence_takes_over_what_was_learned() {
        learned(
                PatternType.WHEN,
                "0.7500",
                Node.members()
                        .with("learned_gaps", Node.members().with("1", 3).done())
                        .done());
        learned(
                PatternType.HOW,
                "0.7500",
                Node.members()
                        .with("winning_sequences", Node.texts(List.of("linkedin→email")))
                        .with("best_first_channel", "voice")
                        .done());
        assertThat(inSteered(() -> preferences().sequences().of(steeredClient())))
                .isEqualTo(new LearnedSequence(List.of(Channel.LINKEDIN, Channel.EMAIL), Map.of(1, 3)));
        set(new LearningSettings.Uses(true, true, false, true), 10);
        assertThat(inSteered(() -> preferences().sequences().of(steeredClient())))
                .isEqualTo(LearnedSequence.NONE);
    }

    @Test // CIS 25
    void settings_are_the_products_own_until_a_client_sets_them() {
        assertThat(inSteered(() -> settings().of(steeredClient()))).isEqualTo(LearningSettings.DEFAULT);
        LearningSettings own = new LearningSettings(
                new LearningSettings.Uses(false, true, false, true),
                new LearningSettings.Explore(0, 20, 3, 50),
                new Horizons(60, 7),
                false,
                Set.of(LockedField.TITLES, LockedField.COMPANY_SIZES));
        inSteered(() -> {
            settings().save(steeredClient(), own);
            return null;
        });
        assertThat(inSteered(() -> settings().of(steeredClient()))).isEqualTo(own);
        assertThat(own.explore().isValid()).isTrue();
        assertThat(own.explore().slowsLearning()).isTrue();
    }
}
