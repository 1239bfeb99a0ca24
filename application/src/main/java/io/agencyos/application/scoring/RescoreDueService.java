package io.agencyos.application.scoring;

import io.agencyos.application.scoring.rescore.RescoreQueue;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.scoring.rescore.RescoreRequests;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.Rescoring;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A batch and the note of how far its request has come are one unit: a crash repeats at most what was not written. */
final class RescoreDueService implements RescoreDue {

    private static final Set<LeadStatus> FROZEN = FrozenStages.of(ScoreCause.DECAY);

    private final RescoreQueue queue;
    private final RescoreRequests requests;
    private final ChunkScoring chunks;

    RescoreDueService(RescoreQueue queue, RescoreRequests requests, ChunkScoring chunks) {
        this.queue = queue;
        this.requests = requests;
        this.chunks = chunks;
    }

    /** A request and the leads of its next batch. */
    private record Batch(
            RescoreRequest request,
            List<LeadId> due,
            @Nullable LeadId last,
            boolean more) {}

    @Override
    public boolean asked(ClientId client, int limit) {
        TenantScope worker = TenantScope.worker(client);
        try {
            return chunks.units().inTenant(worker, () -> {
                Optional<Batch> next = next(worker.clientId(), limit);
                next.ifPresent(batch -> {
                    chunks.scoring()
                            .score(
                                    worker.clientId(),
                                    batch.due(),
                                    batch.request().cause());
                    done(batch);
                });
                return next.isPresent();
            });
        } catch (ConcurrentUpdate busy) {
            return oneByOne(worker, limit);
        }
    }

    /** The request is not held meanwhile: whoever takes it too scores the same leads to the same end. */
    private boolean oneByOne(TenantScope worker, int limit) {
        Optional<Batch> next = chunks.units().inTenant(worker, () -> next(worker.clientId(), limit));
        next.ifPresent(batch -> {
            chunks.score(worker, batch.due(), batch.request().cause());
            chunks.units().inTenant(worker, () -> done(batch));
        });
        return next.isPresent();
    }

    private Optional<Batch> next(ClientId client, int limit) {
        return requests.takeDue(client, chunks.clock().now()).map(request -> {
            List<RescoreQueue.Entry> entries =
                    queue.next(client, request.target(), FrozenStages.of(request.cause()), request.after(), limit);
            return new Batch(
                    request,
                    entries.stream()
                            .filter(entry -> Rescoring.mayRescore(request.cause(), entry.enrolled(), false))
                            .map(RescoreQueue.Entry::id)
                            .toList(),
                    entries.isEmpty() ? null : entries.getLast().id(),
                    entries.size() == limit);
        });
    }

    private void done(Batch batch) {
        if (batch.more() && batch.last() != null) {
            requests.advance(batch.request().from(batch.last()));
        } else {
            requests.remove(batch.request());
        }
    }

    @Override
    public List<ClientId> clientsAsked() {
        return chunks.units()
                .onPlatform(() -> requests.clientsDue(chunks.clock().now()));
    }

    @Override
    public int aged(ClientId client, int limit) {
        TenantScope worker = TenantScope.worker(client);
        List<LeadId> due = chunks.units()
                .inTenant(worker, () -> queue.due(client, chunks.clock().now(), FROZEN, limit));
        chunks.score(worker, due, ScoreCause.DECAY);
        return due.size();
    }

    @Override
    public List<ClientId> clientsAged(Instant now, @Nullable ClientId after, int limit) {
        return queue.clientsDue(now, FROZEN, after, limit);
    }
}
