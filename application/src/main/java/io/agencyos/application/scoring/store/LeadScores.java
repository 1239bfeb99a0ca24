package io.agencyos.application.scoring.store;

import io.agencyos.domain.scoring.ScoreSnapshot;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** The append-only history of scores. Needs an open unit of work of the tenant, as worker. Source: scoring ALS-17. */
@SecondaryPort
public interface LeadScores {

    /**
     * One score as it is stored.
     *
     * @param digest the same for two scores that say the same of the lead
     * @param frozen what it was made from; null for scores of before facts were kept
     */
    record Entry(
            LeadScoreId id,
            ClientId clientId,
            LeadId leadId,
            ScoreSnapshot snapshot,
            String digest,
            Instant scoredAt,
            @Nullable FrozenFacts frozen) {}

    /** What identifies the newest score of each lead that has one. */
    record Newest(LeadScoreId id, String digest) {}

    void insertAll(Collection<Entry> entries);

    /**
     * The scores of one lead, the newest first, as they were stored; empty when it has none.
     *
     * @param after only those that come after this one, null for the newest
     */
    List<Entry> history(ClientId client, LeadId lead, ListScores.@Nullable After after, int limit);

    Map<LeadId, Newest> newest(ClientId client, Collection<LeadId> leads);
}
