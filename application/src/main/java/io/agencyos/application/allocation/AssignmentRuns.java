package io.agencyos.application.allocation;

import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.scoring.Tier;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.RunId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and how far it got, committed with the claims themselves, so that a run that broke off goes on
 * where it stopped and a repeated request is answered, not done again. Needs a tenant's unit of work, as worker.
 */
@SecondaryPort
public interface AssignmentRuns {

    /**
     * One run.
     *
     * @param key what the caller repeats when it repeats the request; unique per client
     * @param finishedAt null while it goes on
     */
    record Run(
            RunId id,
            ClientId clientId,
            CampaignId campaignId,
            String key,
            int requested,
            Progress progress,
            Instant startedAt,
            @Nullable Instant finishedAt) {

        Run with(Progress next) {
            return new Run(id, clientId, campaignId, key, requested, next, startedAt, finishedAt);
        }

        Run finished(Instant at) {
            return new Run(id, clientId, campaignId, key, requested, progress, startedAt, at);
        }
    }

    /**
     * Counted so far.
     *
     * @param explored of the assigned, those taken regardless of rank
     * @param scoreSum of the assigned, for the mean
     * @param refused people looked at and not assigned, each by the first check that failed
     */
    record Progress(
            int assigned,
            int explored,
            long scoreSum,
            Map<AssignmentRefusal, Integer> refused,
            Map<Tier, Integer> tiers) {

        public static final Progress NONE = new Progress(0, 0, 0, Map.of(), Map.of());

        public Progress {
            refused = Map.copyOf(refused);
            tiers = Map.copyOf(tiers);
        }
    }

    Optional<Run> find(ClientId client, String key);

    /** The run with its row locked until the unit of work ends. */
    Optional<Run> findForUpdate(ClientId client, RunId id);

    /** Adds a run whose key is new, else a {@code UniqueViolation}. */
    void insert(Run run);

    void update(Run run);

    /** How many leads the client was assigned by runs that began at or after this. */
    int assignedSince(ClientId client, Instant since);
}
