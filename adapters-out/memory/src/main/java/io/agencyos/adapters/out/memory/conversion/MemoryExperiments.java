package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog.SentTouch;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversion.experiment.Experiments;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.Reward;
import io.agencyos.domain.conversion.experiment.Variant;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ExperimentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.VariantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Experiments and assignments as tables; what came of variants by walking the tables of the other fakes. */
public final class MemoryExperiments implements Experiments {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Set<Intent> POSITIVE = Set.of(Intent.MEETING_REQUEST, Intent.INTERESTED, Intent.QUESTION);
    private static final Set<Intent> HARM = Set.of(Intent.UNSUBSCRIBE, Intent.ANGRY_OR_COMPLAINT);
    private static final Set<ActivityAction> HARMED = Set.of(ActivityAction.UNSUBSCRIBED, ActivityAction.COMPLAINED);

    private record Row(ClientId client, Assigned assigned) {

        List<Object> key() {
            return List.of(client, assigned.experiment(), assigned.lead());
        }
    }

    private final MemoryTable<ExperimentId, Experiment> table;
    private final MemoryTable<List<Object>, Row> assignments;
    private final LearningTables tables;
    private final MemoryActivities activities;
    private final FactMaking making;

    public MemoryExperiments(MemoryUnitOfWork units, LearningTables tables, MemoryActivities activities) {
        table = MemoryTable.<ExperimentId, Experiment>ofTenants(
                        "content_experiment", units, Experiment::clientId, Experiment::id)
                .unique(
                        ONE_RUNNING,
                        each -> each.isRunning() ? List.of(each.clientId(), each.campaignId(), each.stepNo()) : null);
        assignments = MemoryTable.<List<Object>, Row>ofTenants("content_assignment", units, Row::client, Row::key)
                .writtenBy(Role.WORKER);
        this.tables = tables;
        this.activities = activities;
        making = new FactMaking(tables);
    }

    @Override
    public void insert(Experiment experiment) {
        table.insert(experiment);
    }

    @Override
    public Experiment update(Experiment experiment) {
        find(experiment.clientId(), experiment.id())
                .filter(stored -> stored.version() == experiment.version())
                .orElseThrow(() -> new ConcurrentUpdate(
                        "content experiment " + experiment.id().text()));
        Experiment next = experiment.next();
        table.put(next);
        return next;
    }

    @Override
    public Optional<Experiment> find(ClientId client, ExperimentId id) {
        return table.find(id).filter(each -> each.clientId().equals(client));
    }

    @Override
    public List<Experiment> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        Comparator<Experiment> newest = Comparator.comparing(Experiment::startedAt)
                .thenComparing(each -> each.id().text())
                .reversed();
        return all(client)
                .filter(each -> filter.campaign() == null || filter.campaign().equals(each.campaignId()))
                .filter(each -> filter.statuses().isEmpty() || filter.statuses().contains(each.status()))
                .filter(each -> after == null || isBehind(each, after))
                .sorted(newest)
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Experiment each, After after) {
        int byTime = each.startedAt().compareTo(after.startedAt());
        return byTime < 0
                || byTime == 0 && each.id().text().compareTo(after.id().text()) < 0;
    }

    @Override
    public List<Experiment> inForce(ClientId client) {
        return all(client)
                .filter(each -> each.isRunning() || each.adopted() != null)
                .sorted(Comparator.comparing(Experiment::startedAt)
                        .thenComparing(each -> each.id().text()))
                .toList();
    }

    private Stream<Experiment> all(ClientId client) {
        return table.rows().filter(each -> each.clientId().equals(client));
    }

    @Override
    public List<Assigned> assigned(ClientId client, Collection<ExperimentId> experiments, Collection<LeadId> leads) {
        return assignments
                .rows()
                .filter(row -> row.client().equals(client))
                .map(Row::assigned)
                .filter(each -> experiments.contains(each.experiment()) && leads.contains(each.lead()))
                .sorted(Comparator.comparing(
                                (Assigned each) -> each.experiment().text())
                        .thenComparing(each -> each.lead().text()))
                .toList();
    }

    @Override
    public void assign(ClientId client, Collection<Assigned> assigned, Instant now) {
        assigned.stream()
                .map(each -> new Row(client, each))
                .filter(row -> assignments.find(row.key()).isEmpty())
                .forEach(assignments::insert);
    }

    @Override
    public Map<VariantId, Variant.Tally> tallies(Experiment experiment, Instant now) {
        Map<VariantId, long[]> counts = new HashMap<>();
        delivered(experiment.clientId())
                .filter(touch -> !touch.sent().at().isBefore(experiment.startedAt()))
                .forEach(touch -> Optional.ofNullable(touch.sent().touch().content())
                        .map(content -> content.variant())
                        .filter(variant -> experiment.variant(variant).isPresent())
                        .ifPresent(variant ->
                                count(counts.computeIfAbsent(variant, none -> new long[4]), touch, experiment, now)));
        Map<VariantId, Variant.Tally> tallies = new HashMap<>();
        counts.forEach((variant, c) -> tallies.put(variant, new Variant.Tally(c[0], c[1], c[2], c[3])));
        return tallies;
    }

    private void count(long[] counts, SentTouch touch, Experiment experiment, Instant now) {
        Reward reward = experiment.reward();
        if (isOld(touch, reward, now)) {
            counts[0]++;
            counts[1] += isRewarded(touch, reward) ? 1 : 0;
        }
        counts[2]++;
        counts[3] += isHarmed(touch, reward.within()) ? 1 : 0;
    }

    @Override
    public Before before(ClientId client, Channel channel, int bucket, Reward reward, Instant now) {
        List<SentTouch> touches = delivered(client)
                .filter(touch -> touch.sent().touch().kind().channel() == channel
                        && Math.min(touch.sent().touchNo(), 4) == bucket)
                .filter(touch -> !touch.sent().at().isBefore(now.minus(YEAR)) && isOld(touch, reward, now))
                .toList();
        return new Before(
                touches.size(),
                touches.stream().filter(touch -> isRewarded(touch, reward)).count());
    }

    private Stream<SentTouch> delivered(ClientId client) {
        return making.sequenceTouches(client).filter(FactMaking::arrived);
    }

    private static boolean isOld(SentTouch touch, Reward reward, Instant now) {
        return touch.sent().at().isBefore(now.minus(reward.within()));
    }

    private boolean isRewarded(SentTouch touch, Reward reward) {
        return switch (reward) {
            case POSITIVE_REPLY -> saidWithin(touch, reward.within(), POSITIVE);
            case MEETING_BOOKED ->
                tables.outcomes()
                        .of(
                                touch.sent().touch().clientId(),
                                touch.sent().touch().leadId())
                        .filter(entry -> entry.kind() == MeetingOutcomes.Kind.MEETING_BOOKED)
                        .anyMatch(entry -> isWithin(entry.at(), touch, reward.within()));
        };
    }

    private boolean isHarmed(SentTouch touch, Duration within) {
        LeadId lead = touch.sent().touch().leadId();
        return saidWithin(touch, within, HARM)
                || activities.all().stream()
                        .anyMatch(each -> each.leadId().equals(lead)
                                && HARMED.contains(each.action())
                                && isWithin(each.occurredAt(), touch, within));
    }

    private boolean saidWithin(SentTouch touch, Duration within, Set<Intent> intents) {
        Replies.Filter ofLead =
                new Replies.Filter(null, null, null, null, touch.sent().touch().leadId());
        return tables.replies().list(touch.sent().touch().clientId(), ofLead, null, Integer.MAX_VALUE).stream()
                .filter(reply -> isWithin(reply.receivedAt(), touch, within))
                .map(Reply::intent)
                .anyMatch(intent -> intent != null && intents.contains(intent));
    }

    private static boolean isWithin(Instant at, SentTouch touch, Duration within) {
        return !at.isBefore(touch.sent().at()) && !at.isAfter(touch.sent().at().plus(within));
    }
}
