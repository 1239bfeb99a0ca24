package io.agencyos.domain.resource;

import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead and the one seat of its client that looked at it, invited it or knows it: never two seats for one lead. Source:
 * outreach 11.4, data model 5.8.
 *
 * @param requestRef the service's id of the invitation, null while there is none or it is not known
 * @param viewedAt null also while the only look so far failed
 * @param ignoredAt since when it counts as ignored: 14 days without an answer
 * @param personRef the service's lasting id of the person, null while it is not known
 * @param reinviteAfter until when the network takes no invitation to this person, null where it did not say
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
        @Nullable Instant withdrawnAt,
        @Nullable String personRef,
        @Nullable Instant reinviteAfter) {

    /** How long nobody is invited again who declined, or whose invitation was taken back. */
    public static final Duration COOLDOWN = Duration.ofDays(180);

    /** One of which the service told nothing yet. */
    public SeatConnection(
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
        this(
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
                ignoredAt,
                withdrawnAt,
                null,
                null);
    }

    /** One that begins with a look at the profile, by this seat. */
    public static SeatConnection looked(
            UUID id, ClientId client, LeadId lead, SeatId seat, @Nullable CampaignId campaign, Instant at) {
        return new SeatConnection(
                id, client, lead, seat, campaign, ConnectionState.VIEWED, null, at, null, null, null, null);
    }

    /** One that begins with an invitation that was not preceded by a look. */
    public static SeatConnection invited(
            UUID id, ClientId client, LeadId lead, SeatId seat, @Nullable CampaignId campaign) {
        return new SeatConnection(
                id, client, lead, seat, campaign, ConnectionState.VIEWED, null, null, null, null, null, null);
    }

    /** One that begins with the acceptance of an invitation whose sending nobody had recorded. */
    public static SeatConnection acceptedAtOnce(
            UUID id, ClientId client, LeadId lead, SeatId seat, @Nullable CampaignId campaign, Instant at) {
        return new SeatConnection(
                id, client, lead, seat, campaign, ConnectionState.ACCEPTED, null, null, null, at, null, null);
    }

    /** Whether this seat still has to look at the profile before it invites. */
    public boolean wantsLook() {
        return state == ConnectionState.VIEWED && viewedAt == null;
    }

    /** The same after a look, by whichever seat will invite; a failed one is null. */
    public SeatConnection viewed(SeatId by, @Nullable Instant at) {
        return new SeatConnection(
                id,
                clientId,
                leadId,
                by,
                campaignId,
                state,
                requestRef,
                at,
                requestedAt,
                respondedAt,
                ignoredAt,
                withdrawnAt,
                personRef,
                reinviteAfter);
    }

    /** The same, in the hands of another seat of the client. */
    public SeatConnection by(SeatId other) {
        return new SeatConnection(
                id,
                clientId,
                leadId,
                other,
                campaignId,
                state,
                requestRef,
                viewedAt,
                requestedAt,
                respondedAt,
                ignoredAt,
                withdrawnAt,
                personRef,
                reinviteAfter);
    }

    /** The same once the invitation has left; one that was answered before that was known stays answered. */
    public SeatConnection requested(SeatId by, @Nullable String ref, Instant at) {
        boolean answered = state.isConnected() && by.equals(seatId);
        return new SeatConnection(
                id,
                clientId,
                leadId,
                by,
                campaignId,
                answered ? state : ConnectionState.PENDING,
                ref,
                viewedAt,
                at,
                respondedAt,
                null,
                null,
                personRef,
                reinviteAfter);
    }

    /**
     * The same once the person has taken the invitation, also one that was declined or taken back before; what was never
     * invited, or is connected, stays.
     */
    public SeatConnection accepted(Instant at) {
        return switch (state) {
            case PENDING, DECLINED, WITHDRAWN -> in(ConnectionState.ACCEPTED, at, withdrawnAt);
            case VIEWED, ACCEPTED, CONNECTED -> this;
        };
    }

    /** The same when the two turn out to be connected without an invitation of ours. */
    public SeatConnection connected(Instant at) {
        return switch (state) {
            case VIEWED -> in(ConnectionState.CONNECTED, at, withdrawnAt);
            case PENDING, DECLINED, WITHDRAWN -> accepted(at);
            case ACCEPTED, CONNECTED -> this;
        };
    }

    /** The same once the service has taken the invitation back. */
    public SeatConnection withdrawn(Instant at) {
        return state == ConnectionState.PENDING ? in(ConnectionState.WITHDRAWN, respondedAt, at) : this;
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
                withdrawnAt,
                personRef,
                reinviteAfter);
    }

    /** The same, with what the service calls the person. */
    public SeatConnection named(String person) {
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
                ignoredAt,
                withdrawnAt,
                person,
                reinviteAfter);
    }

    /** The same, where the network takes no invitation to this person before then. */
    public SeatConnection barred(Instant until) {
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
                ignoredAt,
                withdrawnAt,
                personRef,
                until);
    }

    /** Whether another invitation would be too early: one waits, or an earlier one ended badly not long ago. */
    public boolean coolsDown(Instant now) {
        if (reinviteAfter != null && now.isBefore(reinviteAfter)) {
            return true;
        }
        return switch (state) {
            case PENDING -> true;
            case DECLINED -> isWithin(respondedAt, now);
            case WITHDRAWN -> isWithin(withdrawnAt, now);
            case VIEWED, ACCEPTED, CONNECTED -> false;
        };
    }

    private static boolean isWithin(@Nullable Instant since, Instant now) {
        return since == null || now.isBefore(since.plus(COOLDOWN));
    }

    private SeatConnection in(ConnectionState next, @Nullable Instant responded, @Nullable Instant withdrawn) {
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
                responded,
                ignoredAt,
                withdrawn,
                personRef,
                reinviteAfter);
    }
}
