package io.agencyos.application.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.client.ClientPorts;
import io.agencyos.application.client.ClientSetUpUseCases;
import io.agencyos.application.client.EditIcp;
import io.agencyos.application.client.ProfileRider;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.ExactPoints;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.shared.id.BacktestId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** What the stories of scoring again need: clients, leads, and what happens to them. */
abstract class RescoringSteps {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final AtomicReference<Instant> now = new AtomicReference<>(Leadbook.MONDAY);
    private @Nullable AllocationScenario scenario;

    protected abstract AllocationScenario.Stores stores(AtomicReference<Instant> now);

    @BeforeEach
    void begin() {
        scenario = new AllocationScenario(stores(now), now);
    }

    final AllocationScenario scenario() {
        return Objects.requireNonNull(scenario);
    }

    final RescoreDue due() {
        return scenario().scoring().rescoreDue();
    }

    final boolean run(Asking asking) {
        return run(asking.client(), 100);
    }

    /** A batch of what was asked for, else of what has aged. */
    final boolean run(ClientId client, int batch) {
        return due().asked(client, batch) || due().aged(client, batch) > 0;
    }

    final void runAll(Asking asking) {
        while (run(asking)) {
            // the next request
        }
    }

    final void ask(Asking asking) {
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .scoring()
                                .requests()
                                .add(List.of(new RescoreRequest(
                                        UUID.randomUUID(),
                                        asking.client(),
                                        ScoreCause.MANUAL,
                                        new RescoreRequest.Target.Everybody(),
                                        null,
                                        scenario().now()))));
    }

    final io.agencyos.application.lead.store.Leads leads() {
        return scenario().on().world().leads().leads();
    }

    final Lead inRoleSince(Asking asking, LocalDate day) {
        Lead lead = scenario().lead(asking);
        return scenario().read(asking.client(), () -> leads().update(since(lead, day)));
    }

    static Lead since(Lead lead, LocalDate day) {
        return copy(lead, lead.status(), day);
    }

    static Lead with(Lead lead, LeadStatus status) {
        return copy(lead, status, lead.roleStart());
    }

    static Lead copy(Lead lead, LeadStatus status, @Nullable LocalDate roleStart) {
        return lead.change().status(status).roleStart(roleStart).lead();
    }

    final void score(Lead lead, ScoreCause cause) {
        scenario()
                .run(
                        lead.clientId(),
                        () -> scenario().scoring().scoreLeads().score(lead.clientId(), List.of(lead.id()), cause));
        scenario().advance(Duration.ofMillis(1));
    }

    final ScoreSummary inForce(Lead lead) {
        return Objects.requireNonNull(scenario().reread(lead).score());
    }

    final List<ScoreCause> causes(Lead lead) {
        return history(lead).stream().map(entry -> entry.snapshot().cause()).toList();
    }

    final List<Integer> points(Lead lead) {
        return history(lead).stream()
                .map(entry -> entry.snapshot().score().value())
                .toList();
    }

    final List<LeadScores.Entry> history(Lead lead) {
        return scenario()
                .read(
                        lead.clientId(),
                        () -> scenario().on().scoring().scores().history(lead.clientId(), lead.id(), null, 10));
    }

    final List<DomainEvent> told(Lead lead, EventName name) {
        return scenario().told().stream()
                .filter(event -> event.name() == name
                        && event.aggregateId().equals(lead.id().value()))
                .toList();
    }

    static String address(Lead lead) {
        return Objects.requireNonNull(lead.contact().email()).key().value();
    }

    static String domain(Lead lead) {
        return Objects.requireNonNull(lead.company().domain()).value();
    }

    final void edit(Asking asking, IcpTarget target) {
        assertThat(edit(asking, target, ProfileRider.NONE)).isInstanceOf(EditIcp.Outcome.Saved.class);
    }

    final EditIcp.Outcome edit(Asking asking, IcpTarget target, ProfileRider rider) {
        var world = scenario().on().world();
        ClientSetUpUseCases setUp = new ClientSetUpUseCases(
                new ClientPorts(
                        world.clients(),
                        scenario().on().credits(),
                        client -> false,
                        world.events(),
                        scenario().on().audit()),
                ProfileRider.NONE,
                scenario().on().units(),
                () -> scenario().now(),
                UUID::randomUUID);
        int revision = scenario()
                .read(asking.client(), () -> world.clients().icp(asking.client()))
                .orElseThrow()
                .revision();
        return setUp.editIcp()
                .edit(new TenantScope(asking.client(), null, Role.ADMIN), revision, target, rider, Origin.NONE);
    }

    static IcpTarget target(String industry) {
        return new IcpTarget(
                List.of(industry),
                List.of("Head of Growth"),
                List.of("5-50"),
                List.of("Australia"),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    final Campaign reread(Campaign campaign) {
        return scenario()
                .read(
                        campaign.clientId(),
                        () -> scenario()
                                .on()
                                .world()
                                .campaigns()
                                .find(campaign.clientId(), campaign.id())
                                .orElseThrow());
    }

    final void update(Campaign campaign) {
        scenario()
                .run(
                        campaign.clientId(),
                        () -> scenario().on().world().campaigns().update(campaign));
    }

    final Campaign wanting(Campaign campaign, String industry) {
        CampaignTarget before = campaign.target();
        return campaign.with(
                campaign.settings()
                        .aimed(new CampaignTarget(
                                List.of(industry), before.titles(), before.companySizes(), before.locations())),
                scenario().now());
    }

    final Suppression suppress(Asking asking, SuppressionKeyType type, String key) {
        return suppress(asking, type, key, SuppressionReason.EXISTING_CUSTOMER);
    }

    final Suppression suppress(Asking asking, SuppressionKeyType type, String key, SuppressionReason reason) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        Suppression entry = new Suppression(
                id,
                asking.client(),
                type,
                key,
                reason,
                SuppressionSource.MANUAL,
                id,
                null,
                scenario().now(),
                null,
                0);
        Suppressions suppressions = scenario().on().world().leads().suppressions();
        scenario().run(asking.client(), () -> suppressions.add(List.of(entry)));
        return entry;
    }

    final IcpTarget target(Asking asking) {
        return scenario()
                .read(asking.client(), () -> scenario().on().world().clients().icp(asking.client()))
                .orElseThrow()
                .target();
    }

    final EditIcp.Outcome edit(
            Asking asking, IcpTarget target, ScoringSetup.Choice choice, @Nullable BacktestId backtest) {
        ProfileRider rider = scenario().scoring().changeScoring().to(choice, backtest);
        return edit(asking, target, rider);
    }

    final void tried(Asking asking, IcpTarget target, ScoringSetup.Choice choice) {
        assertThat(edit(asking, target, choice, backtest(asking, target, choice)))
                .isInstanceOf(EditIcp.Outcome.Saved.class);
    }

    final BacktestId backtest(Asking asking, IcpTarget target, ScoringSetup.Choice choice) {
        String id = Objects.requireNonNull(
                job(asking, target, choice).outcome().words().get(BacktestJob.BACKTEST));
        return new BacktestId(UUID.fromString(id));
    }

    /** The same as a job, whose parameters are all that it knows of the change. */
    final StepResult.Done job(Asking asking, IcpTarget target, ScoringSetup.Choice choice) {
        return new StepsByHand(scenario().scoring().backtestJob())
                        .of(
                                asking.client(),
                                BacktestJob.params(new RunBacktest.Proposed(target, choice)),
                                scenario().now())
                        .stream()
                        .map(StepResult.Done.class::cast)
                        .findFirst()
                        .orElseThrow();
    }

    final RunBacktest.Outcome.Tested run(Asking asking, IcpTarget target, ScoringSetup.Choice choice) {
        if (scenario()
                        .scoring()
                        .runBacktest()
                        .backtest(
                                new TenantScope(asking.client(), null, Role.ADMIN),
                                new RunBacktest.Proposed(target, choice))
                instanceof RunBacktest.Outcome.Tested tested) {
            return tested;
        }
        throw new AssertionError("no backtest");
    }

    static void addsUp(LeadScores.Entry entry) {
        ExactPoints sum = ExactPoints.ZERO;
        long cents = 0;
        for (var row : entry.snapshot().explanation().rows()) {
            sum = sum.plus(row.points());
            cents += row.shownCents();
        }
        int score = entry.snapshot().score().value();
        assertThat(sum).isEqualTo(ExactPoints.whole(score));
        assertThat(cents).isEqualTo(100L * score);
    }

    final @Nullable Suppression lifted(Suppression entry) {
        scenario()
                .run(
                        Objects.requireNonNull(entry.clientId()),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .suppressions()
                                .remove(entry, scenario().now()));
        return null;
    }
}
