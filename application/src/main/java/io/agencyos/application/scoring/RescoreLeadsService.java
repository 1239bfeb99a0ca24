package io.agencyos.application.scoring;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.scoring.rescore.RescoreQueue;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.scoring.Rescoring;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A chunk that collides with somebody's change is scored lead by lead, so that one busy lead costs no other. */
final class RescoreLeadsService implements RescoreLeads {

    private static final int CHUNK = 500;
    private static final int ATTEMPTS = 3;
    private static final int AT_ONCE = 2;

    private final RescoreQueue queue;
    private final Campaigns campaigns;
    private final ScoreLeadsService scoring;
    private final ChunkScoring chunks;
    private final UnitOfWork units;

    RescoreLeadsService(RescoreQueue queue, Campaigns campaigns, ScoreLeadsService scoring, ChunkScoring chunks) {
        this.queue = queue;
        this.campaigns = campaigns;
        this.scoring = scoring;
        this.chunks = chunks;
        units = chunks.units();
    }

    /** What has been counted so far. */
    private static final class Tally {
        private final Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        private final List<FailedLead> failed = new ArrayList<>();
        private int total;
        private int skipped;
        private int scored;
        private long points;

        private void count(List<Lead> done) {
            for (Lead lead : done) {
                var score = Objects.requireNonNull(lead.score());
                scored++;
                points += score.score();
                tiers.merge(score.tier(), 1, Integer::sum);
            }
        }

        private void add(Tally part) {
            part.tiers.forEach((tier, count) -> tiers.merge(tier, count, Integer::sum));
            failed.addAll(part.failed);
            scored += part.scored;
            points += part.points;
        }

        private Summary summary() {
            for (Tier tier : Tier.values()) {
                tiers.putIfAbsent(tier, 0);
            }
            int tried = scored + failed.size();
            return new Summary(
                    total,
                    scored,
                    skipped,
                    Map.copyOf(tiers),
                    scored == 0 ? null : ratio(points, scored),
                    tried == 0 ? null : ratio(100L * scored, tried),
                    List.copyOf(failed));
        }

        private static BigDecimal ratio(long part, int of) {
            return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
        }
    }

    @Override
    public Outcome rescore(TenantScope scope, Request request) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.ADMIN)) {
            return new Outcome.RoleRequired();
        }
        return knows(scope.clientId(), request)
                ? new Outcome.Rescored(all(scope.asWorker(), request).summary())
                : new Outcome.CampaignNotFound();
    }

    /** Whether the campaign that is asked for, if any, is the client's. */
    boolean knows(ClientId client, Request request) {
        CampaignId campaign = request.campaignId();
        return campaign == null
                || units.inTenant(TenantScope.worker(client), () -> campaigns.find(client, campaign))
                        .isPresent();
    }

    /**
     * One chunk of a run.
     *
     * @param last where the next one begins behind; null where nothing is left
     */
    record Part(@Nullable LeadId last, int scored, List<FailedLead> failed, long points, Map<Tier, Integer> tiers) {}

    /** Leads that a run for this request would go through. */
    int count(ClientId client, Request request) {
        return units.<Integer>inTenant(
                TenantScope.worker(client),
                () -> queue.count(client, target(request), FrozenStages.of(request.cause())));
    }

    /** The chunk behind this lead; null for the first. */
    Part part(ClientId client, Request request, @Nullable LeadId after) {
        TenantScope worker = TenantScope.worker(client);
        List<RescoreQueue.Entry> chunk = next(worker, request, after);
        Tally tally = new Tally();
        List<LeadId> due = due(chunk, request);
        if (!due.isEmpty()) {
            score(worker, due, request, tally);
        }
        return new Part(
                chunk.size() < CHUNK ? null : chunk.getLast().id(),
                tally.scored,
                List.copyOf(tally.failed),
                tally.points,
                Map.copyOf(tally.tiers));
    }

    private static List<LeadId> due(List<RescoreQueue.Entry> chunk, Request request) {
        return chunk.stream()
                .filter(entry -> Rescoring.mayRescore(request.cause(), entry.enrolled(), false))
                .map(RescoreQueue.Entry::id)
                .toList();
    }

    private static RescoreRequest.Target target(Request request) {
        return request.campaignId() == null
                ? new RescoreRequest.Target.Everybody()
                : new RescoreRequest.Target.OfCampaign(request.campaignId());
    }

    /** Chunk after chunk, two of them under way: while one is computed, the other is stored. */
    private Tally all(TenantScope worker, Request request) {
        Tally tally = new Tally();
        Deque<Future<Tally>> underWay = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            @Nullable LeadId after = null;
            for (List<RescoreQueue.Entry> chunk = next(worker, request, after);
                    !chunk.isEmpty();
                    chunk = next(worker, request, after)) {
                List<LeadId> due = due(chunk, request);
                tally.total += chunk.size();
                tally.skipped += chunk.size() - due.size();
                after = chunk.getLast().id();
                if (underWay.size() == AT_ONCE) {
                    tally.add(done(underWay.removeFirst()));
                }
                if (!due.isEmpty()) {
                    underWay.addLast(workers.submit(() -> {
                        Tally part = new Tally();
                        score(worker, due, request, part);
                        return part;
                    }));
                }
            }
            underWay.forEach(chunk -> tally.add(done(chunk)));
        }
        return tally;
    }

    private List<RescoreQueue.Entry> next(TenantScope worker, Request request, @Nullable LeadId after) {
        return units.inTenant(
                worker,
                () -> queue.next(worker.clientId(), target(request), FrozenStages.of(request.cause()), after, CHUNK));
    }

    private static Tally done(Future<Tally> chunk) {
        try {
            return chunk.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while leads were being scored", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void score(TenantScope worker, List<LeadId> due, Request request, Tally tally) {
        for (int attempt = 1; ; attempt++) {
            try {
                tally.count(units.inTenant(worker, () -> scoring.rescore(worker.clientId(), due, request.cause())));
                return;
            } catch (ConcurrentUpdate busy) {
                if (attempt < ATTEMPTS) {
                    continue;
                }
                if (due.size() == 1) {
                    chunks.putOff(worker, due.getFirst(), request.cause());
                    tally.failed.add(new FailedLead(due.getFirst(), "concurrent_update"));
                    return;
                }
                due.forEach(lead -> score(worker, List.of(lead), request, tally));
                return;
            }
        }
    }
}
