package io.agencyos.adapters.in.rest.resource;

import io.agencyos.application.resource.seat.LinkSeat;
import io.agencyos.application.resource.seat.ManageSeats;
import io.agencyos.application.shared.Stamp;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.resource.seat.SeatState;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How seats and connections look outside. Source: api 8, 9.8. */
final class SeatViews {

    private static final UUID SEAT = UUID.fromString("019baaaa-0000-7000-8000-000000000070");
    private static final Instant AT = Instant.parse("2026-03-01T23:00:00Z");

    static final LinkedInSeat EXAMPLE = new LinkedInSeat(
            SEAT,
            UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
            "Sam Oduya",
            "https://www.linkedin.com/in/sam-oduya-example",
            UUID.fromString("019baaaa-0000-7000-8000-000000000009"),
            SeatState.WARMUP,
            AT,
            null,
            5,
            2,
            new BigDecimal("0.275"),
            null,
            14,
            null,
            null,
            AT,
            AT,
            AT,
            3);

    static final Offered OFFERED =
            new Offered(SEAT, URI.create("https://link.example/abc").toString(), AT);

    static final Connection CONNECTION = new Connection(
            UUID.fromString("019baaaa-0000-7000-8000-000000000071"),
            UUID.fromString("019baaaa-0000-7000-8000-000000000011"),
            SEAT,
            null,
            ConnectionState.PENDING,
            false,
            AT,
            AT,
            null,
            null);

    private SeatViews() {}

    /**
     * A seat as it stands today.
     *
     * @param status where linking and warming up the seat stand, or what keeps it from acting
     * @param dailyLimit most invitations of today
     * @param usedToday invitations of today, reserved and sent; null for staff
     */
    record LinkedInSeat(
            UUID id,
            UUID clientId,
            @Nullable String accountName,
            @Nullable String profileUrl,
            @Nullable UUID personaId,
            SeatState status,
            @Nullable Instant activatedAt,
            @Nullable Instant warmupCompletedAt,
            int dailyLimit,
            @Nullable Integer usedToday,
            @Nullable BigDecimal accept_rate_7d,
            @Nullable BigDecimal accept_rate_30d,
            int pendingInvitations,
            @Nullable String lastError,
            @Nullable Instant connectUrlExpiresAt,
            @Nullable Instant lastCheckedAt,
            Instant createdAt,
            Instant updatedAt,
            int version) {

        static LinkedInSeat of(ManageSeats.Standing standing, Stamp stamp) {
            return of(standing.seat(), standing.limit(), standing.used().today(), stamp);
        }

        /** For staff, who are not told what a seat did today. */
        static LinkedInSeat of(Seat seat, Instant now, Stamp stamp) {
            return of(seat, seat.limit(now), null, stamp);
        }

        private static LinkedInSeat of(Seat seat, int limit, @Nullable Integer used, Stamp stamp) {
            SeatAccount account = seat.link().account();
            return new LinkedInSeat(
                    seat.id().value(),
                    seat.clientId().value(),
                    account == null ? null : account.name(),
                    account == null || account.profile() == null
                            ? null
                            : account.profile().url(),
                    seat.personaId() == null ? null : seat.personaId().value(),
                    seat.state(),
                    seat.link().activatedAt(),
                    seat.warmAt(),
                    limit,
                    used,
                    seat.standing().week(),
                    seat.standing().month(),
                    seat.standing().pending(),
                    seat.link().error(),
                    seat.link().offeredUntil(),
                    seat.standing().checkedAt(),
                    seat.createdAt(),
                    stamp.updatedAt(),
                    seat.version());
        }
    }

    /**
     * A link to the service's page that is wanted.
     *
     * @param returnTo where the person comes back to in the product
     */
    record NewSession(
            @Nullable UUID personaId,
            LinkSeat.ReturnTo returnTo,
            @Nullable UUID seatId) {}

    /** The page on which the account's owner signs in. */
    record Offered(UUID seatId, String authUrl, Instant expiresAt) {}

    /**
     * A lead and the seat that knows it.
     *
     * @param state how far the seat and the lead have come with each other
     * @param ignored whether the invitation has gone 14 days without an answer
     * @param requestedAt when the seat invited the lead; null where it did not
     * @param respondedAt when the lead answered the invitation; null where it did not
     */
    record Connection(
            UUID id,
            UUID leadId,
            UUID seatId,
            @Nullable UUID campaignId,
            ConnectionState state,
            boolean ignored,
            @Nullable Instant viewedAt,
            @Nullable Instant requestedAt,
            @Nullable Instant respondedAt,
            @Nullable Instant withdrawnAt) {

        static Connection of(SeatConnection one) {
            return new Connection(
                    one.id(),
                    one.leadId().value(),
                    one.seatId().value(),
                    one.campaignId() == null ? null : one.campaignId().value(),
                    one.state(),
                    one.request().ignoredAt() != null,
                    one.viewedAt(),
                    one.request().sentAt(),
                    one.request().respondedAt(),
                    one.request().withdrawnAt());
        }
    }
}
