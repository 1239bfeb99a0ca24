package io.agencyos.adapters.out.memory.campaign;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.campaign.store.VersionTrial;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.enrolment.EnrolmentMachine;
import io.agencyos.domain.campaign.enrolment.EnrolmentMove;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enrolments and their steps. Units of work run one after the other here, so that a lock has nothing to do. */
public final class MemoryEnrolments implements Enrolments {

    private record StepKey(EnrolmentId enrolment, int stepNo) {}

    private static final Comparator<Enrolment> BY_ID = ById.ascending(Enrolment::id);

    private final MemoryTable<EnrolmentId, Enrolment> enrolments;
    private final MemoryTable<StepKey, EnrolmentStep> steps;
    private final Campaigns campaigns;
    private final Leads leads;
    private final MemoryTouches touches;

    public MemoryEnrolments(MemoryUnitOfWork units, Campaigns campaigns, Leads leads, MemoryTouches touches) {
        this.enrolments = MemoryTable.<EnrolmentId, Enrolment>ofTenants(
                        "enrolment", units, Enrolment::clientId, Enrolment::id)
                .writtenBy(Role.WORKER)
                .unique(
                        "uq_enrolment_live",
                        enrolment -> enrolment.state().isTerminal()
                                ? null
                                : List.of(enrolment.clientId(), enrolment.leadId()));
        this.steps = MemoryTable.<StepKey, EnrolmentStep>ofTenants(
                        "enrolment_step", units, EnrolmentStep::clientId, MemoryEnrolments::key)
                .writtenBy(Role.WORKER);
        this.campaigns = campaigns;
        this.leads = leads;
        this.touches = touches;
    }

    private static StepKey key(EnrolmentStep step) {
        return new StepKey(step.enrolmentId(), step.stepNo());
    }

    @Override
    public void insertAll(Collection<Enrolment> fresh, Collection<EnrolmentStep> freshSteps) {
        fresh.stream().map(MemoryEnrolments::checked).forEach(enrolments::insert);
        freshSteps.forEach(steps::insert);
    }

    /** The database's own check, I10: what is open waits for an instant, a snooze or a hold with its remedy. */
    private static Enrolment checked(Enrolment enrolment) {
        boolean waits = enrolment.nextDueAt() != null || enrolment.snoozedUntil() != null || enrolment.hold() != null;
        if (!enrolment.state().isTerminal() && !waits) {
            throw new IllegalStateException("ck_enrolment_waits_for_something: " + enrolment.id());
        }
        return enrolment;
    }

    @Override
    public List<Enrolment> findAll(ClientId client, Collection<EnrolmentId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> enrolments.find(id).stream())
                .filter(enrolment -> enrolment.clientId().equals(client))
                .toList();
    }

    @Override
    public Map<LeadId, Enrolment> newest(ClientId client, Collection<LeadId> wanted) {
        Comparator<Enrolment> age = comparing(Enrolment::createdAt).thenComparing(BY_ID);
        return of(client, wanted)
                .collect(Collectors.toMap(
                        Enrolment::leadId,
                        Function.identity(),
                        (left, right) -> age.compare(left, right) < 0 ? right : left));
    }

    @Override
    public Set<LeadId> enrolled(ClientId client, Collection<LeadId> wanted) {
        return lockLive(client, wanted).stream().map(Enrolment::leadId).collect(Collectors.toSet());
    }

    /** Of every client that the open unit sees; those that are over are left out. */
    public Stream<Enrolment> unfinished() {
        return enrolments.rows().filter(enrolment -> !enrolment.state().isTerminal());
    }

    @Override
    public List<Enrolment> lockAll(ClientId client, Collection<EnrolmentId> ids) {
        return findAll(client, ids).stream().sorted(BY_ID).toList();
    }

    @Override
    public List<Enrolment> lockLive(ClientId client, Collection<LeadId> wanted) {
        return of(client, wanted)
                .filter(enrolment -> !enrolment.state().isTerminal())
                .sorted(BY_ID)
                .toList();
    }

    @Override
    public List<Enrolment> lockDue(ClientId client, Instant now, Instant until, int limit) {
        Set<EnrolmentId> busy = touches.busyEnrolments(client);
        List<Enrolment> due = all(client)
                .filter(enrolment -> enrolment.state().maySend() && notAfter(enrolment.nextDueAt(), until))
                .filter(enrolment -> !busy.contains(enrolment.id()))
                .filter(this::ofActiveCampaign)
                .toList();
        Map<LeadId, Lead> known = new HashMap<>();
        leads.findAll(client, due.stream().map(Enrolment::leadId).toList()).forEach(lead -> known.put(lead.id(), lead));
        return due.stream()
                .filter(enrolment -> !blocked(known.get(enrolment.leadId()), now))
                .sorted(comparing(Enrolment::nextDueAt, nullsLast(Comparator.<Instant>naturalOrder()))
                        .thenComparing(
                                (Enrolment enrolment) -> score(known.get(enrolment.leadId())),
                                nullsLast(reverseOrder()))
                        .thenComparing(BY_ID))
                .limit(limit)
                .toList();
    }

    @Override
    public Set<LeadId> putOffStarts(ClientId client, CampaignId campaign, Instant now, Instant until, Instant to) {
        Set<LeadId> putOff = new HashSet<>();
        List<Enrolment> moved = new ArrayList<>();
        lockDue(client, now, until, Integer.MAX_VALUE).stream()
                .filter(enrolment -> enrolment.campaignId().equals(campaign) && Objects.equals(enrolment.nextStep(), 1))
                .forEach(enrolment -> {
                    if (EnrolmentMachine.on(enrolment, new EnrolmentEvent.Deferred(to), now)
                            instanceof EnrolmentMove.Moved(Enrolment after, var none)) {
                        moved.add(after);
                        putOff.add(after.leadId());
                    }
                });
        updateAll(moved);
        return putOff;
    }

    @Override
    public Map<CampaignId, VersionTrial> trials(ClientId client, Collection<CampaignId> asked) {
        return MemoryVersionTrials.of(campaigns, client, asked, all(client).toList(), touches.busyEnrolments(client));
    }

    private static boolean blocked(@Nullable Lead lead, Instant now) {
        Lead.Block block = lead == null ? null : lead.block();
        return block != null && block.until() != null && block.until().isAfter(now);
    }

    private static @Nullable Integer score(@Nullable Lead lead) {
        ScoreSummary score = lead == null ? null : lead.score();
        return score == null ? null : score.score();
    }

    private boolean ofActiveCampaign(Enrolment enrolment) {
        return campaigns
                .find(enrolment.clientId(), enrolment.campaignId())
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .isPresent();
    }

    @Override
    public Map<Optional<ResourceId>, Integer> followUpsDue(ClientId client, Instant until) {
        Map<Optional<ResourceId>, Integer> counts = new HashMap<>();
        all(client)
                .filter(enrolment -> enrolment.state() == EnrolmentState.ACTIVE)
                .filter(enrolment ->
                        enrolment.nextDueAt() != null && enrolment.nextDueAt().isBefore(until))
                .filter(this::hasFollowUp)
                .filter(this::ofActiveCampaign)
                .forEach(enrolment -> counts.merge(Optional.ofNullable(enrolment.stickyResource()), 1, Integer::sum));
        return counts;
    }

    @Override
    public int startsDue(ClientId client, Instant until) {
        return Math.toIntExact(all(client)
                .filter(enrolment -> enrolment.state().maySend() && Objects.equals(enrolment.nextStep(), 1))
                .filter(enrolment ->
                        enrolment.nextDueAt() != null && enrolment.nextDueAt().isBefore(until))
                .filter(this::ofActiveCampaign)
                .count());
    }

    @Override
    public Map<Channel, Integer> stepsDue(ClientId client, CampaignId campaign, Instant until) {
        Stream<Enrolment> runs = all(client).filter(run -> run.campaignId().equals(campaign));
        return MemoryDueSteps.byChannel(runs, touches.all(client), this::sequence, until);
    }

    private boolean hasFollowUp(Enrolment enrolment) {
        Integer next = enrolment.nextStep();
        if (next == null || next == 1) {
            return false;
        }
        SequenceStep step = sequence(enrolment).step(next);
        return step.channel() == Channel.EMAIL && !step.spareOnly();
    }

    public Sequence sequence(Enrolment enrolment) {
        return campaigns
                .sequence(enrolment.clientId(), enrolment.campaignId(), enrolment.sequenceVersion())
                .orElseThrow(() -> new IllegalStateException("no sequence of enrolment " + enrolment.id()));
    }

    @Override
    public List<Enrolment> lockWaking(ClientId client, Instant now, int limit) {
        return all(client)
                .filter(enrolment -> notAfter(wakesAt(enrolment), now))
                .sorted(comparing(MemoryEnrolments::wakesAt, nullsLast(Comparator.<Instant>naturalOrder()))
                        .thenComparing(BY_ID))
                .limit(limit)
                .toList();
    }

    private static @Nullable Instant wakesAt(Enrolment enrolment) {
        Enrolment.Hold hold = enrolment.hold();
        return switch (enrolment.state()) {
            case SNOOZED -> enrolment.snoozedUntil();
            case HELD -> hold == null ? null : hold.until();
            case PENDING, ACTIVE, AWAITING_OUTCOME, COMPLETED, CONVERTED, STOPPED -> null;
        };
    }

    private static boolean notAfter(@Nullable Instant at, Instant until) {
        return at != null && !at.isAfter(until);
    }

    @Override
    public List<Enrolment> lockHeld(ClientId client, String code, int limit) {
        return all(client)
                .filter(enrolment -> enrolment.state() == EnrolmentState.HELD
                        && enrolment.hold() != null
                        && enrolment.hold().code().equals(code))
                .sorted(comparing(Enrolment::createdAt).thenComparing(BY_ID))
                .limit(limit)
                .toList();
    }

    @Override
    public void updateAll(Collection<Enrolment> changed) {
        for (Enrolment enrolment : changed) {
            enrolments
                    .find(enrolment.id())
                    .filter(stored -> stored.version() == enrolment.version())
                    .orElseThrow(() -> new ConcurrentUpdate("enrolment " + enrolment.id()));
        }
        changed.forEach(enrolment -> enrolments.put(withVersion(checked(enrolment), enrolment.version() + 1)));
    }

    @Override
    public void settle(Collection<EnrolmentStep> decided) {
        for (EnrolmentStep step : decided) {
            steps.find(key(step))
                    .filter(stored -> stored.outcome() == EnrolmentStep.Outcome.PENDING)
                    .ifPresent(stored -> steps.put(step));
        }
    }

    @Override
    public void refuseRest(ClientId client, Map<EnrolmentId, String> codes, Instant at) {
        Set<StepKey> onTheirWay = touches.inFlightOf(client, codes.keySet()).stream()
                .map(MemoryEnrolments::stepOf)
                .collect(Collectors.toSet());
        for (EnrolmentStep step : steps(client, codes.keySet())) {
            if (!onTheirWay.contains(key(step))) {
                settle(List.of(new EnrolmentStep(
                        client,
                        step.enrolmentId(),
                        step.stepNo(),
                        EnrolmentStep.Outcome.REFUSED,
                        codes.get(step.enrolmentId()),
                        step.touchId(),
                        at)));
            }
        }
    }

    private static StepKey stepOf(Touch touch) {
        return new StepKey(Objects.requireNonNull(touch.enrolmentId()), touch.stepNo());
    }

    @Override
    public List<EnrolmentStep> steps(ClientId client, Collection<EnrolmentId> ids) {
        Set<EnrolmentId> wanted = new HashSet<>(ids);
        return steps.rows()
                .filter(step -> step.clientId().equals(client) && wanted.contains(step.enrolmentId()))
                .sorted(ById.ascending(EnrolmentStep::enrolmentId).thenComparing(EnrolmentStep::stepNo))
                .toList();
    }

    @Override
    public Conservation conservation(ClientId client, @Nullable CampaignId campaign) {
        List<Enrolment> counted = all(client)
                .filter(enrolment -> campaign == null || enrolment.campaignId().equals(campaign))
                .toList();
        long began = counted.stream()
                .mapToLong(enrolment -> sequence(enrolment).steps().size())
                .sum();
        List<EnrolmentStep> rows =
                steps(client, counted.stream().map(Enrolment::id).toList());
        return new Conservation(
                began,
                count(rows, EnrolmentStep.Outcome.SENT),
                byCode(rows, EnrolmentStep.Outcome.REFUSED),
                byCode(rows, EnrolmentStep.Outcome.FAILED),
                count(rows, EnrolmentStep.Outcome.PENDING));
    }

    private static long count(List<EnrolmentStep> rows, EnrolmentStep.Outcome outcome) {
        return rows.stream().filter(step -> step.outcome() == outcome).count();
    }

    private static Map<String, Long> byCode(List<EnrolmentStep> rows, EnrolmentStep.Outcome outcome) {
        return rows.stream()
                .filter(step -> step.outcome() == outcome)
                .collect(Collectors.groupingBy(
                        step -> Objects.requireNonNullElse(step.code(), ""), Collectors.counting()));
    }

    @Override
    public int repin(Sequence newest) {
        List<Enrolment> moving = all(newest.clientId())
                .filter(enrolment -> enrolment.campaignId().equals(newest.campaignId())
                        && enrolment.state() == EnrolmentState.PENDING
                        && touches.lockLive(newest.clientId(), List.of(enrolment.id()))
                                .isEmpty()
                        && steps(newest.clientId(), List.of(enrolment.id())).stream()
                                .allMatch(step -> step.outcome() == EnrolmentStep.Outcome.PENDING))
                .toList();
        moving.forEach(enrolment -> {
            enrolments.put(copy(enrolment, newest.version(), enrolment.version() + 1));
            steps(newest.clientId(), List.of(enrolment.id())).stream()
                    .filter(step -> step.stepNo() > newest.steps().size())
                    .forEach(step -> steps.remove(key(step)));
            newest.steps().stream()
                    .map(step -> new EnrolmentStep(
                            newest.clientId(),
                            enrolment.id(),
                            step.stepNo(),
                            EnrolmentStep.Outcome.PENDING,
                            null,
                            null,
                            null))
                    .filter(step -> steps.find(key(step)).isEmpty())
                    .forEach(steps::insert);
        });
        return moving.size();
    }

    @Override
    public Map<CampaignId, Map<EnrolmentState, Integer>> states(ClientId client) {
        return all(client)
                .collect(Collectors.groupingBy(
                        Enrolment::campaignId,
                        Collectors.groupingBy(Enrolment::state, Collectors.summingInt(enrolment -> 1))));
    }

    @Override
    public List<EnrolmentId> live(ClientId client, CampaignId campaign, @Nullable EnrolmentId after, int limit) {
        return all(client)
                .filter(enrolment -> enrolment.campaignId().equals(campaign)
                        && !enrolment.state().isTerminal()
                        && (after == null || enrolment.id().text().compareTo(after.text()) > 0))
                .sorted(BY_ID)
                .map(Enrolment::id)
                .limit(limit)
                .toList();
    }

    /** Every enrolment of a tenant; for reports. */
    public Stream<Enrolment> all(ClientId client) {
        return enrolments.rows().filter(enrolment -> enrolment.clientId().equals(client));
    }

    private Stream<Enrolment> of(ClientId client, Collection<LeadId> wanted) {
        Set<LeadId> ids = new HashSet<>(wanted);
        return all(client).filter(enrolment -> ids.contains(enrolment.leadId()));
    }

    private static Enrolment withVersion(Enrolment enrolment, int version) {
        return copy(enrolment, enrolment.sequenceVersion(), version);
    }

    private static Enrolment copy(Enrolment enrolment, int sequenceVersion, int version) {
        return new Enrolment(
                enrolment.id(),
                enrolment.clientId(),
                enrolment.leadId(),
                enrolment.campaignId(),
                sequenceVersion,
                enrolment.state(),
                enrolment.anchorDate(),
                enrolment.currentStep(),
                enrolment.lastStepDate(),
                enrolment.nextStep(),
                enrolment.nextDueAt(),
                enrolment.snoozedUntil(),
                enrolment.hold(),
                enrolment.stopReason(),
                enrolment.stickyResource(),
                enrolment.createdAt(),
                enrolment.startedAt(),
                enrolment.endedAt(),
                version);
    }
}
