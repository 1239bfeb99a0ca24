package io.agencyos.application.scoring;

import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.scoring.rescore.RescoreRequests;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.util.List;

/**
 * Scores by compare-and-set: three tries for a chunk, then lead by lead with three tries each, so that one busy lead
 * costs no other; what still collides is asked for again. Source: scoring 1.12, concurrency.
 */
record ChunkScoring(ScoreLeads scoring, RescoreRequests requests, UnitOfWork units, ClockPort clock, IdSource ids) {

    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 3;

    /** Scores them; answers those that were put off. */
    List<LeadId> score(TenantScope worker, List<LeadId> leads, ScoreCause cause) {
        if (leads.isEmpty() || done(worker, leads, cause)) {
            return List.of();
        }
        if (leads.size() > 1) {
            return leads.stream()
                    .flatMap(lead -> score(worker, List.of(lead), cause).stream())
                    .toList();
        }
        putOff(worker, leads.getFirst(), cause);
        return leads;
    }

    /** Asks for this lead again, a little later. */
    void putOff(TenantScope worker, LeadId lead, ScoreCause cause) {
        units.inTenant(
                worker,
                () -> requests.add(List.of(new RescoreRequest(
                        ids.next(),
                        worker.clientId(),
                        cause,
                        new RescoreRequest.Target.One(lead),
                        null,
                        clock.now().plus(LATER)))));
    }

    private boolean done(TenantScope worker, List<LeadId> leads, ScoreCause cause) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                units.inTenant(worker, () -> scoring.score(worker.clientId(), leads, cause));
                return true;
            } catch (ConcurrentUpdate busy) {
                // somebody was quicker: the next try reads what he wrote
            }
        }
        return false;
    }
}
