package io.agencyos.domain.resource;

import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.SeatId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead and the one seat of its client that looked at it, invited it or knows it: never two seats for one lead. Source:
 * outreach 11.4, data model 5.8.
 *
 * @param requestRef the service's id of the invitation, null while there is none
 * @param ignoredAt since when it counts as ignored: 14 days without an answer
 */
public record SeatConnection(
        UUID id,
        ClientId clientId,
        LeadId leadId,
        SeatId seatId,
        @Nullable CampaignId campaignId,
        ConnectionState state,
        @Nullable String requestRef,
        @Nullable Instant viewedAt,
        @Nullable Instant requestedAt,
        @Nullable Instant respondedAt,
        @Nullable Instant ignoredAt,
        @Nullable Instant withdrawnAt) {

    /** One that begins with the acceptance of an invitation whose sending nobody had recorded. */
    public static SeatConnection acceptedAtOnce(
            UUID id, ClientId client, LeadId lead, SeatId seat, @Nullable CampaignId campaign, Instant at) {
        return new SeatConnection(
                id, client, lead, seat, campaign, ConnectionState.ACCEPTED, null, null, null, at, null, null);
    }

    /**
     * The same once the person has taken the invitation, also one that was declined or taken back before; what was never
     * invited, or is connected, stays.
     */
    public SeatConnection accepted(Instant at) {
        return switch (state) {
            case PENDING, DECLINED, WITHDRAWN -> answered(ConnectionState.ACCEPTED, at);
            case VIEWED, ACCEPTED, CONNECTED -> this;
        };
    }

    private SeatConnection answered(ConnectionState next, Instant at) {
        return new SeatConnection(
                id,
                clientId,
                leadId,
                seatId,
                campaignId,
                next,
                requestRef,
                viewedAt,
                requestedAt,
                at,
                ignoredAt,
                withdrawnAt);
    }

    /** The same, with the mark. */
    public SeatConnection ignored(Instant at) {
        return new SeatConnection(
                id,
                clientId,
                leadId,
                seatId,
                campaignId,
                state,
                requestRef,
                viewedAt,
                requestedAt,
                respondedAt,
                at,
                withdrawnAt);
    }
}
