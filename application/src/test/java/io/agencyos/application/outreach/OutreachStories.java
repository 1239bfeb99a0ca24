package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.post.PostDesk;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.platform.EmergencyStops;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadCare;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.EmergencyStopId;
import io.agencyos.domain.shared.id.SuppressionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What every story of the send protocol needs: a world with faults, a clock, and short ways to look at the outcome. */
public abstract class OutreachStories {

    protected enum Fault {
        /** The request is lost before the vendor has it; nobody answers. */
        REQUEST_LOST,
        /** The vendor takes it; the answer is lost. */
        ANSWER_LOST,
        /** No connection: certainly not taken. */
        UNREACHABLE,
        RATE_LIMITED,
        UNAUTHORIZED,
        RECIPIENT_REFUSED,
        LOOKUP_DOWN
    }

    protected final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);

    /** A world of its own on this clock. */
    protected abstract OutreachScenario.World world(AtomicReference<Instant> time);

    /** Arms one fault per coming call or look-up, in this order. */
    protected abstract void failNext(Fault... faults);

    /** Runs inside the next call, before the vendor takes anything. */
    protected abstract void meanwhile(Runnable work);

    /** The key of everything that reached a person, oldest first. */
    protected abstract List<String> delivered();

    /** On which channel these stories are told. */
    protected abstract Course course();

    protected final OutreachScenario autopilot() {
        return OutreachScenario.on(course(), world(clock), clock);
    }

    /** Long enough for whatever is due today to leave, in spite of a few troubles. */
    protected final Duration aDay() {
        return switch (course()) {
            case MAIL -> Duration.ofHours(4);
            case TEXT, CALL, BOTH, LINKEDIN, POST, EVERY -> Duration.ofHours(10);
        };
    }

    /** What one contact takes of its sender. */
    protected final QuotaMetric metric() {
        return switch (course()) {
            case MAIL, BOTH, EVERY -> QuotaMetric.EMAIL_TOTAL;
            case TEXT -> QuotaMetric.SMS;
            case CALL -> QuotaMetric.VOICE;
            case LINKEDIN -> QuotaMetric.LI_INVITE;
            case POST -> QuotaMetric.MAIL;
        };
    }

    /** Whether the lead's contact point of this channel is known to reach nobody. */
    protected final boolean isUnreachable(OutreachScenario scenario, Lead lead) {
        return switch (course()) {
            case MAIL, BOTH, EVERY -> scenario.reread(lead).contact().emailStatus() == EmailStatus.INVALID;
            case TEXT, CALL -> scenario.on().texts().isInvalid(lead);
            case LINKEDIN -> scenario.on().linkedIn().isInvalid(lead);
            case POST ->
                scenario.in(() -> scenario.on()
                                .post()
                                .addresses()
                                .of(scenario.client(), Channel.MAIL, List.of(lead.id())))
                        .containsKey(lead.id());
        };
    }

    protected static List<ApprovalItem> pending(OutreachScenario scenario) {
        return scenario.in(() ->
                scenario.on().stores().approvals().list(scenario.client(), ApprovalItem.Status.PENDING, null, 200));
    }

    /** Plans, writes and commits, but does not send. */
    protected static void queued(OutreachScenario scenario, Lead lead) {
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        due(scenario, lead);
        scenario.useCases().commit().run(scenario.client(), 10);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.QUEUED);
    }

    /** The backup comes back: the touch stands there as if nobody had called. */
    protected static void restore(OutreachScenario scenario, Lead lead, Touch before) {
        Touch now = scenario.touches(lead).getFirst();
        scenario.in(() -> {
            scenario.on().stores().touches().updateAll(List.of(before.atVersion(now.version())));
        });
    }

    /** Moves the clock to where the touch of the lead is due. */
    protected static void due(OutreachScenario scenario, Lead lead) {
        Instant at = scenario.touches(lead).getFirst().scheduledAt();
        scenario.advance(Duration.between(scenario.now(), at));
    }

    /** What people said about the lead. */
    static void care(OutreachScenario scenario, Lead lead, LeadCare care) {
        scenario.in(() -> scenario.on().world().leads().leads().setCare(scenario.client(), lead.id(), care, null));
    }

    /** A score that ends outreach. */
    static void dead(OutreachScenario scenario, Lead lead) {
        ScoreSummary score = Objects.requireNonNull(lead.score());
        scenario.in(() -> scenario.on()
                .world()
                .leads()
                .leads()
                .update(lead.change()
                        .score(new ScoreSummary(score.id(), 12, Tier.DEAD, false, List.of(), score.scoredAt(), null))
                        .lead()));
    }

    /** What the last gate said of the lead. */
    static void block(OutreachScenario scenario, Lead lead, Lead.Block block) {
        scenario.in(() -> scenario.on()
                .world()
                .leads()
                .leads()
                .setBlocks(scenario.client(), Map.of(lead.id(), Optional.of(block))));
    }

    protected static void pause(OutreachScenario scenario, Client.@org.jspecify.annotations.Nullable Pause pause) {
        scenario.in(() -> {
            var clients = scenario.on().world().clients();
            Client now = clients.find(scenario.client()).orElseThrow();
            clients.update(new Client(
                    now.id(),
                    now.name(),
                    now.slug(),
                    now.legalName(),
                    now.contactEmail(),
                    now.contactPhone(),
                    now.websiteUrl(),
                    now.timezone(),
                    now.country(),
                    now.defaultPermissionMode(),
                    pause,
                    now.mode(),
                    now.twinOf(),
                    now.createdAt(),
                    now.deletedAt(),
                    now.version()));
        });
    }

    protected static Suppression entry(OutreachScenario scenario, Lead lead, SuppressionReason reason) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        return new Suppression(
                id,
                scenario.client(),
                SuppressionKeyType.EMAIL,
                lead.contact().email().key().value(),
                reason,
                SuppressionSource.MANUAL,
                id,
                null,
                scenario.now(),
                null,
                0);
    }

    protected static int used(OutreachScenario scenario, QuotaMetric metric) {
        return count(scenario, metric).used();
    }

    protected static int reserved(OutreachScenario scenario, QuotaMetric metric) {
        return count(scenario, metric).reserved();
    }

    /** What the scenario's sender used on its first day. */
    protected static Quotas.Count count(OutreachScenario scenario, QuotaMetric metric) {
        Instant day = LocalDate.ofInstant(OutreachScenario.MONDAY_MORNING, ZoneId.of("Australia/Sydney"))
                .atStartOfDay(ZoneId.of("Australia/Sydney"))
                .toInstant();
        UUID target = switch (metric) {
            case SMS, VOICE ->
                scenario.on().texts().number(scenario.client()).id().value();
            case LI_INVITE, LI_MESSAGE, LI_VIEW ->
                scenario.on().linkedIn().seat(scenario.client()).id().value();
            case MAIL -> PostDesk.sender(scenario.client()).value();
            default -> scenario.mailbox().domainId().value();
        };
        Quotas.Counter counter = new Quotas.Counter(target, metric, day);
        return scenario.in(() -> scenario.on().stores().quotas().counts(scenario.client(), List.of(counter)))
                .getOrDefault(counter, Quotas.Count.ZERO);
    }

    /** Staff pulls a stop. */
    protected static EmergencyStop stopped(
            OutreachScenario scenario, EmergencyStop.Scope scope, @Nullable String value) {
        EmergencyStop stop = EmergencyStop.set(
                new EmergencyStopId(UUID.randomUUID()),
                scope,
                value,
                "too many complaints",
                new UserId(UUID.randomUUID()),
                scenario.now());
        scenario.on().units().onPlatform(() -> desk(scenario).insert(stop));
        return stop;
    }

    protected static void released(OutreachScenario scenario, EmergencyStop stop) {
        scenario.on().units().onPlatform(() -> desk(scenario).update(stop.release(stop.setBy(), 1, scenario.now())));
    }

    /** The worlds of these stories are stopped by a store that staff can write to. */
    private static EmergencyStops desk(OutreachScenario scenario) {
        return (EmergencyStops) scenario.on().world().stops();
    }
}
