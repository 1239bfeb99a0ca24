package io.agencyos.domain.resource.seat;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead and the one seat of its client that looked at it, invited it or knows it: never two seats for one lead. Source:
 * outreach 11.4, data model 5.8.
 *
 * @param request what became of the invitation
 * @param viewedAt null also while the only look so far failed
 * @param personRef the service's lasting id of the person, null while it is not known
 */
public record SeatConnection(
        UUID id,
        ClientId clientId,
        LeadId leadId,
        SeatId seatId,
        @Nullable CampaignId campaignId,
        ConnectionState state,
        ConnectionRequest request,
        @Nullable Instant viewedAt,
        @Nullable String personRef) {

    /** How long nobody is invited again who declined, or whose invitation was taken back. */
    public static final Duration COOLDOWN = Duration.ofDays(180);

    /** One that begins with a look at the profile, by this seat. */
    public static SeatConnection looked(
            UUID id, ClientId client, LeadId lead, SeatId seat, @Nullable CampaignId campaign, Instant at) {
        return new SeatConnection(
                id, client, lead, seat, campaign, ConnectionState.VIEWED, ConnectionRequest.NONE, at, null);
    }

    /** One that begins with an invitation that was not preceded by a look. */
    public static SeatConnection invited(
            UUID id, ClientId client, LeadId lead, SeatId seat, @Nullable CampaignId campaign) {
        return new SeatConnection(
                id, client, lead, seat, campaign, ConnectionState.VIEWED, ConnectionRequest.NONE, null, null);
    }

    /** One that begins with the acceptance of an invitation whose sending nobody had recorded. */
    public static SeatConnection acceptedAtOnce(
            UUID id, ClientId client, LeadId lead, SeatId seat, @Nullable CampaignId campaign, Instant at) {
        ConnectionRequest unseen = ConnectionRequest.NONE.answered(at);
        return new SeatConnection(id, client, lead, seat, campaign, ConnectionState.ACCEPTED, unseen, null, null);
    }

    /** Whether this seat still has to look at the profile before it invites. */
    public boolean wantsLook() {
        return state == ConnectionState.VIEWED && viewedAt == null;
    }

    /** The same after a look, by whichever seat will invite; a failed one is null. */
    public SeatConnection viewed(SeatId by, @Nullable Instant at) {
        return new SeatConnection(id, clientId, leadId, by, campaignId, state, request, at, personRef);
    }

    /** The same, in the hands of another seat of the client. */
    public SeatConnection by(SeatId other) {
        return viewed(other, viewedAt);
    }

    /** The same once the invitation has left; one that was answered before that was known stays answered. */
    public SeatConnection requested(SeatId by, @Nullable String ref, Instant at) {
        boolean answered = state.isConnected() && by.equals(seatId);
        return by(by).in(answered ? state : ConnectionState.PENDING, request.repeated(ref, at));
    }

    /**
     * The same once the person has taken the invitation, also one that was declined or taken back before; what was never
     * invited, or is connected, stays.
     */
    public SeatConnection accepted(Instant at) {
        return switch (state) {
            case PENDING, DECLINED, WITHDRAWN -> in(ConnectionState.ACCEPTED, request.answered(at));
            case VIEWED, ACCEPTED, CONNECTED -> this;
        };
    }

    /** The same when the two turn out to be connected without an invitation of ours. */
    public SeatConnection connected(Instant at) {
        return switch (state) {
            case VIEWED -> in(ConnectionState.CONNECTED, request.answered(at));
            case PENDING, DECLINED, WITHDRAWN -> accepted(at);
            case ACCEPTED, CONNECTED -> this;
        };
    }

    /** The same once the service has taken the invitation back. */
    public SeatConnection withdrawn(Instant at) {
        return state == ConnectionState.PENDING ? in(ConnectionState.WITHDRAWN, request.withdrawn(at)) : this;
    }

    /** The same, with the mark. */
    public SeatConnection ignored(Instant at) {
        return in(state, request.ignored(at));
    }

    /** The same, with what the service calls the person. */
    public SeatConnection named(String person) {
        return new SeatConnection(id, clientId, leadId, seatId, campaignId, state, request, viewedAt, person);
    }

    /** The same, where the network takes no invitation to this person before then. */
    public SeatConnection barred(Instant until) {
        return in(state, request.barred(until));
    }

    /** Whether another invitation would be too early: one waits, or an earlier one ended badly not long ago. */
    public boolean coolsDown(Instant now) {
        if (request.reinviteAfter() != null && now.isBefore(request.reinviteAfter())) {
            return true;
        }
        return switch (state) {
            case PENDING -> true;
            case DECLINED -> isWithin(request.respondedAt(), now);
            case WITHDRAWN -> isWithin(request.withdrawnAt(), now);
            case VIEWED, ACCEPTED, CONNECTED -> false;
        };
    }

    private static boolean isWithin(@Nullable Instant since, Instant now) {
        return since == null || now.isBefore(since.plus(COOLDOWN));
    }

    private SeatConnection in(ConnectionState next, ConnectionRequest after) {
        return new SeatConnection(id, clientId, leadId, seatId, campaignId, next, after, viewedAt, personRef);
    }
}
