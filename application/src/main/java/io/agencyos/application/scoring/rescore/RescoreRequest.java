package io.agencyos.application.scoring.rescore;

import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leads that something happened to which may move their score. It stands until all of them are scored. Source: scoring
 * ALS-16.
 *
 * @param after the last lead that is done, null before the first
 * @param dueAt not before this instant
 */
public record RescoreRequest(
        UUID id,
        ClientId clientId,
        ScoreCause cause,
        Target target,
        @Nullable LeadId after,
        Instant dueAt) {

    /** Whom it concerns. */
    public sealed interface Target {

        /** All leads of the client. */
        record Everybody() implements Target {}

        record OfCampaign(CampaignId campaign) implements Target {}

        record One(LeadId lead) implements Target {}

        /** Whoever has this address, domain or employer. */
        record Named(Suppressions.Key key) implements Target {}
    }

    /** The same from behind this lead on. */
    public RescoreRequest from(LeadId done) {
        return new RescoreRequest(id, clientId, cause, target, done, dueAt);
    }
}
