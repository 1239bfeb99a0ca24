package io.agencyos.application.allocation.store;

import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
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

    /** Where the leads of a run come from. */
    enum Source implements Vocabulary {
        /** From the free people of the pool. */
        POOL,
        /** From the leads that the client has already. */
        OWN
    }

    /**
     * One run.
     *
     * @param key what the caller repeats when it repeats the request; unique per client and source
     * @param finishedAt null while it goes on
     */
    record Run(
            RunId id,
            ClientId clientId,
            CampaignId campaignId,
            Source source,
            String key,
            int requested,
            Progress progress,
            Instant startedAt,
            @Nullable Instant finishedAt) {

        public Run with(Progress next) {
            return new Run(id, clientId, campaignId, source, key, requested, next, startedAt, finishedAt);
        }

        public Run finished(Instant at) {
            return new Run(id, clientId, campaignId, source, key, requested, progress, startedAt, at);
        }
    }

    /**
     * Counted so far.
     *
     * @param explored of the assigned, those taken regardless of rank
     * @param scoreSum of the assigned, for the mean
     * @param enrolled of the assigned, those started in the campaign's sequence
     * @param refused people looked at and not assigned, each by the first check that failed
     * @param stopped what ended the whole run early, null when nothing did
     * @param widen the dimension on which most people failed, null when nobody did
     */
    record Progress(
            int assigned,
            int enrolled,
            int explored,
            long scoreSum,
            Map<AssignmentRefusal, Integer> refused,
            Map<Tier, Integer> tiers,
            @Nullable AssignmentRefusal stopped,
            IcpFilter.@Nullable Dimension widen) {

        public static final Progress NONE = new Progress(0, 0, 0, 0, Map.of(), Map.of(), null, null);

        public Progress {
            refused = Map.copyOf(refused);
            tiers = Map.copyOf(tiers);
        }
    }

    Optional<Run> find(ClientId client, Source source, String key);

    /** The run with its row locked until the unit of work ends. */
    Optional<Run> findForUpdate(ClientId client, RunId id);

    /** Adds a run whose key is new, else a {@code UniqueViolation}. */
    void insert(Run run);

    void update(Run run);

    /** How many leads the client was assigned from the pool by runs that began at or after this. */
    int assignedSince(ClientId client, Instant since);
}
