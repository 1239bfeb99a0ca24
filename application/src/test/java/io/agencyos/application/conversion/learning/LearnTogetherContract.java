package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Events;
import io.agencyos.application.scoring.rescore.RescoreRequests;
import io.agencyos.application.scoring.store.ScoringChoices;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.conversion.detect.Objections;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.report.TierRates;
import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Learning across clients that agreed, over counts as they are given, on whatever stores. */
public abstract class LearnTogetherContract {

    protected abstract UnitOfWork units();

    protected abstract Clients clients();

    protected abstract Credits credits();

    protected abstract SharingConsents consents();

    protected abstract WeightSets weights();

    protected abstract RescoreRequests rescores();

    protected abstract PlatformFindings findings();

    protected abstract Patterns patterns();

    protected abstract LearningSettingsStore settings();

    protected abstract ScoringChoices choices();

    protected abstract Events events();

    protected abstract Alerts alerts();

    private static final Instant NOW = Instant.parse("2026-03-01T16:00:00Z");

    private UnitOfWork units;
    private Clients clients;
    private SharingConsents consents;
    private WeightSets weights;
    private RescoreRequests rescores;
    private PlatformFindings findings;
    private final List<ClientId> all = new ArrayList<>();

    /** Every client has 60 conversions of 1,000 leads, a third of them of chief executives, who convert twice as well. */
    private static class Alike implements LearningFacts {

        @Override
        public Totals totals(ClientId client, Unit unit, Span span) {
            return new Totals(1_000, 60);
        }

        @Override
        public List<Counted> counts(ClientId client, Unit unit, Span span) {
            return List.of(
                    new Counted("title", new Cell("CEO", "2026-01", 333, 30)),
                    new Counted("title", new Cell("Manager", "2026-01", 667, 30)),
                    new Counted("state", new Cell("NSW", "2026-01", 1_000, 60)));
        }

        @Override
        public Matured mature(ClientId client, ZoneId zone, Instant now, Horizons horizons) {
            return new Matured(0, 0);
        }

        @Override
        public int retractCancelled(ClientId client, Instant now, Duration patience) {
            return 0;
        }

        @Override
        public List<Objections.Said> objections(ClientId client, Span span, Instant until) {
            return List.of();
        }

        @Override
        public Map<Integer, Long> daysToConvert(ClientId client, Span span) {
            return Map.of();
        }

        @Override
        public Map<Tier, TierRates.Count> tiers(ClientId client, Span span) {
            return Map.of();
        }

        @Override
        public Holdout holdout(ClientId client, Span span) {
            return new Holdout(
                    List.of(),
                    List.of(
                            ComponentCell.of(20, 25, 10, 5, 10, 333, 30),
                            ComponentCell.of(20, 5, 25, 10, 15, 667, 30)));
        }
    }

    @BeforeEach
    void eleven_clients_of_whom_three_have_weights_of_their_own() {
        units = units();
        clients = clients();
        consents = consents();
        weights = weights();
        rescores = rescores();
        findings = findings();
        units.onPlatform(() -> clients.allLive().stream().map(Client::id).toList())
                .forEach(client -> say(client, false));
        ClientUseCases use = new ClientUseCases(clients, credits(), units, () -> NOW, UUID::randomUUID);
        for (int i = 0; i < 11; i++) {
            OpenClient.Outcome outcome = use.openClient().open("Agency " + UUID.randomUUID());
            all.add(((OpenClient.Outcome.Opened) outcome).client().id());
        }
        all.subList(0, 3)
                .forEach(client -> units.inTenant(
                        TenantScope.worker(client),
                        () -> weights.insert(
                                client,
                                new WeightSet(
                                        WeightsSource.CLIENT_LEARNED,
                                        1,
                                        WeightsStatus.PROMOTED,
                                        false,
                                        null,
                                        null,
                                        Result.ok(Weights.DEFAULT)),
                                NOW)));
    }

    private void say(ClientId client, boolean consent) {
        units.inTenant(TenantScope.worker(client), () -> consents.say(client, consent, NOW));
    }

    private LearnTogether.Outcome learn() {
        return learn(consents);
    }

    private LearnTogether.Outcome learn(SharingConsents agreed) {
        return learning(new Alike(), agreed).learn();
    }

    private LearnTogether learning(LearningFacts facts, SharingConsents agreed) {
        return new LearnTogetherService(
                new LearningPorts(
                        facts, patterns(), weights, rescores, clients, events(), findings, settings(), choices()),
                agreed,
                units,
                () -> NOW,
                UUID::randomUUID);
    }

    @Test // CIS 21: more conversions than units: the client's counts are rejected and staff is told; P8: the others are
    // learned
    // from
    void who_brings_counts_that_cannot_be_is_left_out_and_told_of_until_they_are_mended() {
        all.forEach(client -> say(client, true));
        Alerts alerts = alerts();
        ClientId wrong = all.get(4);
        LearningFacts facts = new Alike() {
            @Override
            public List<Counted> counts(ClientId client, Unit unit, Span span) {
                return client.equals(wrong)
                        ? List.of(new Counted("title", new Cell("CEO", "2026-01", 1, 2)))
                        : super.counts(client, unit, span);
            }
        };
        assertThat(new AlertOfBadSharing(learning(facts, consents), alerts, units, () -> NOW).learn())
                .isEqualTo(new LearnTogether.Outcome(11, 2, 0, List.of(wrong)));
        assertThat(current()).extracting(each -> each.published().clients()).containsOnly(10);
        assertThat(alarms(alerts)).singleElement().satisfies(alert -> {
            assertThat(alert.source()).isEqualTo(LearnTogether.DATA_ERROR);
            assertThat(alert.clientId()).isEqualTo(wrong);
        });
        new AlertOfBadSharing(learning(new Alike(), consents), alerts, units, () -> NOW).learn();
        assertThat(alarms(alerts)).isEmpty();
        assertThat(current()).extracting(each -> each.published().clients()).containsOnly(11);
    }

    private List<PlatformFindings.Finding> current() {
        return units.onPlatform(findings::current);
    }

    @Test // CIS 12.2: opt-in, default off
    void nobody_is_learned_from_without_consent() {
        assertThat(learn()).isEqualTo(new LearnTogether.Outcome(0, 0, 0, List.of()));
        assertThat(current()).isEmpty();
    }

    @Test // CIS 12.2: at least ten consenting clients; withdrawal takes effect in the next run, which recomputes
    // everything
    void ten_clients_that_agree_are_learned_from_and_nine_are_not() {
        all.forEach(client -> say(client, true));
        assertThat(learn()).isEqualTo(new LearnTogether.Outcome(11, 2, 0, List.of()));
        assertThat(current()).extracting(each -> each.published().segment()).containsExactly("CEO", "Manager");
        assertThat(current().getFirst().published().clients()).isEqualTo(11);
        assertThat(current().getFirst().published().lift()).isGreaterThan(1.3);
        say(all.get(9), false);
        assertThat(learn().published()).isEqualTo(2);
        say(all.get(10), false);
        assertThat(learn()).isEqualTo(new LearnTogether.Outcome(9, 0, 0, List.of()));
        assertThat(current()).isEmpty();
    }

    @Test // CIS 2.5: test clients, whose people are invented, bring nothing, even where one of them agreed
    void a_test_twin_brings_nothing() {
        all.subList(0, 9).forEach(client -> say(client, true));
        List<ClientId> twins = units.onPlatform(() -> all.stream()
                .map(client -> clients.twin(client).orElseThrow().id())
                .toList());
        twins.forEach(twin -> say(twin, true));
        assertThat(learn()).isEqualTo(new LearnTogether.Outcome(9, 0, 0, List.of()));
    }

    private List<Alert> alarms(Alerts alerts) {
        return units.onPlatform(() -> alerts.open(1_000)).stream()
                .filter(alert -> alert.source().equals(LearnTogether.DATA_ERROR))
                .toList();
    }

    /** Agrees when it is asked first, and no longer when it is asked again. */
    private record WithdrawnMeanwhile(SharingConsents before, ClientId who, AtomicInteger asked)
            implements SharingConsents {

        @Override
        public boolean given(ClientId client) {
            return before.given(client) && (!client.equals(who) || asked.getAndIncrement() == 0);
        }

        @Override
        public void say(ClientId client, boolean consent, Instant at) {
            before.say(client, consent, at);
        }
    }

    @Test // CIS 21: consent withdrawn during a run; platform aggregates exclude it
    void who_withdraws_while_the_others_are_read_is_in_nothing_that_is_published() {
        all.forEach(client -> say(client, true));
        assertThat(learn(new WithdrawnMeanwhile(consents, all.get(9), new AtomicInteger())))
                .isEqualTo(new LearnTogether.Outcome(10, 2, 0, List.of()));
        assertThat(current()).extracting(each -> each.published().clients()).containsOnly(10);
    }

    /** Chief executives have the authority; with these weights they are above the others, with the default ones below. */
    private void learnedByThree(Weights own) {
        all.subList(0, 3)
                .forEach(client -> units.inTenant(TenantScope.worker(client), () -> {
                    weights.insert(
                            client,
                            new WeightSet(
                                    WeightsSource.CLIENT_LEARNED,
                                    2,
                                    WeightsStatus.CANDIDATE,
                                    false,
                                    null,
                                    null,
                                    Result.ok(own)),
                            NOW);
                    return weights.promote(client, WeightsSource.CLIENT_LEARNED, 2, NOW);
                }));
    }

    private WeightsSource inForce(ClientId client) {
        return units.inTenant(
                TenantScope.worker(client),
                () -> WeightsInForce.of(
                                weights.known(client, clients.icp(client).flatMap(IcpProfile::soleIndustry)), false)
                        .source());
    }

    private List<ClientId> toRescore() {
        return units.onPlatform(() -> rescores.clientsDue(NOW)).stream()
                .filter(all::contains)
                .toList();
    }

    @Test // CIS 12.2, 12.4: the mean of promoted weights where leave-one-client-out beats the default; who has none
    // uses it
    void weights_that_help_others_are_published_and_used_by_who_has_none() {
        Weights authority = new Weights(1_000, 5_000, 1_500, 1_500, 1_000);
        learnedByThree(authority);
        all.forEach(client -> say(client, true));
        assertThat(learn()).isEqualTo(new LearnTogether.Outcome(11, 2, 1, List.of()));
        assertThat(units.onPlatform(weights::platform)).singleElement().satisfies(made -> {
            assertThat(made.weights()).isEqualTo(authority);
            assertThat(made.clients()).isEqualTo(3);
            assertThat(made.conversions()).isEqualTo(180);
            assertThat(made.confidence()).isEqualByComparingTo("0.7826");
        });
        assertThat(inForce(all.get(0))).isEqualTo(WeightsSource.CLIENT_LEARNED);
        assertThat(inForce(all.get(5))).isEqualTo(WeightsSource.PLATFORM_GLOBAL);
        // scoring ALS-16: whoever is scored with them from now on is scored anew, and nobody else
        assertThat(toRescore()).containsExactlyInAnyOrderElementsOf(all.subList(3, 11));
    }

    @Test // CIS 12.2: withdrawal takes effect in the next run, which recomputes all aggregates
    void with_a_contributor_gone_the_weights_are_taken_back() {
        learnedByThree(new Weights(1_000, 5_000, 1_500, 1_500, 1_000));
        all.forEach(client -> say(client, true));
        learn();
        say(all.get(0), false);
        assertThat(learn().weights()).isZero();
        assertThat(units.onPlatform(weights::platform)).isEmpty();
        assertThat(inForce(all.get(5))).isEqualTo(WeightsSource.DEFAULT);
    }

    @Test // CIS 12.2: only counts of titles, seniorities, industries and sizes leave a client
    void only_counts_that_name_nobody_are_shared() {
        all.forEach(client -> say(client, true));
        learn();
        assertThat(current()).extracting(each -> each.published().dimension()).containsOnly("title");
    }
}
