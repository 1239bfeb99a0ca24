package io.agencyos.domain.resource.seat;

import io.agencyos.domain.resource.SenderBinding;
import io.agencyos.domain.resource.WarmUp;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A LinkedIn account that a client has linked and that acts for one of its personas. Seats are the clients' own and never
 * lent. Source: scoring RES-8, RES-12, RES-13, outreach 11.1, 11.2.
 *
 * @param zone of the account's owner, on whose clock the seat acts
 */
@AggregateRoot
public record Seat(
        @Identity SeatId id,
        ClientId clientId,
        @Nullable PersonaId personaId,
        ZoneId zone,
        SeatState state,
        SeatLink link,
        SeatStanding standing,
        Instant createdAt,
        int version) {

    /** How long the link to the service's page is good. */
    public static final Duration LINK_LIFE = Duration.ofHours(24);

    /** Messages of a day. */
    public static final int MESSAGES = 50;

    /** Profile views of a day. */
    public static final int VIEWS = 100;

    private static final Duration AGE_KEPT = Duration.ofDays(30);
    /** The service reports short outages like restrictions. */
    private static final Duration FAULT_FORGIVEN = Duration.ofMinutes(30);

    private static final int ACTIVE_FROM_DAY = 12;

    /** A seat that waits to be linked. */
    public static Seat asked(SeatId id, ClientId client, @Nullable PersonaId persona, ZoneId zone, Instant now) {
        SeatLink link = SeatLink.offered(now.plus(LINK_LIFE));
        return new Seat(id, client, persona, zone, SeatState.PENDING, link, SeatStanding.UNKNOWN, now, 0);
    }

    /** What an event makes of it; one that its state does not know changes nothing. */
    public Seat on(SeatEvent event, Instant now) {
        return switch (event) {
            case SeatEvent.TwoFactorAsked asked -> state == SeatState.PENDING ? in(SeatState.AWAITING_2FA, link) : this;
            case SeatEvent.Connected(SeatAccount account) -> connected(account, now);
            case SeatEvent.Failed(String error) ->
                in(waits() ? SeatState.PENDING : state, link.down(link.downSince(), error));
            case SeatEvent.CredentialsRequired required ->
                state.mayAct() ? in(SeatState.CREDENTIALS_REQUIRED, link.down(now, null)) : this;
            case SeatEvent.Restricted(String reason) ->
                state.mayAct() ? in(SeatState.RESTRICTED, link.down(now, reason)) : this;
            case SeatEvent.ReEnabled enabled ->
                state == SeatState.RESTRICTED ? in(SeatState.WARMUP, link.since(now)) : this;
            case SeatEvent.Disconnected gone -> {
                Instant since = link.downSince() == null ? now : link.downSince();
                yield state == SeatState.DISCONNECTED
                        ? this
                        : in(SeatState.DISCONNECTED, link.down(since, link.error()));
            }
        };
    }

    /** A restricted seat waits for the platform's staff, whoever links it meanwhile; a short outage is no restriction. */
    private Seat connected(SeatAccount account, Instant now) {
        SeatLink linked = link.to(account);
        if (isBackFromAFault(now)) {
            return in(SeatState.WARMUP, linked.since(Objects.requireNonNull(link.activatedAt())))
                    .aged(now);
        }
        if (state == SeatState.RESTRICTED || state.mayAct()) {
            return in(state, linked);
        }
        Instant age = link.activatedAt();
        Instant down = link.downSince();
        boolean kept = age != null && down != null && !now.isAfter(down.plus(AGE_KEPT));
        return in(SeatState.WARMUP, linked.since(kept ? age : now)).aged(now);
    }

    private boolean isBackFromAFault(Instant now) {
        return state == SeatState.RESTRICTED
                && SeatEvent.Restricted.FAULT.equals(link.error())
                && link.activatedAt() != null
                && link.downSince() != null
                && !now.isAfter(link.downSince().plus(FAULT_FORGIVEN));
    }

    private Seat in(SeatState next, SeatLink changed) {
        return new Seat(id, clientId, personaId, zone, next, changed, standing, createdAt, version);
    }

    /** A warm-up that is through ends. */
    public Seat aged(Instant now) {
        return state == SeatState.WARMUP && day(now) >= ACTIVE_FROM_DAY ? in(SeatState.ACTIVE, link) : this;
    }

    /** The same with a link that was just issued. */
    public Seat offeredAgain(Instant now) {
        return in(state, link.until(now.plus(LINK_LIFE)));
    }

    /** The same, acting for this persona. */
    public Seat actingFor(@Nullable PersonaId persona) {
        return new Seat(id, clientId, persona, zone, state, link, standing, createdAt, version);
    }

    /** The same as the last look found it. */
    public Seat judged(SeatStanding found) {
        return standing(found.beside(standing.byHand()));
    }

    /**
     * The same after a look at what its owner sent by hand.
     *
     * @param reported invitations of that day, ours among them
     */
    public Seat handled(LocalDate day, int reported, int automated) {
        return standing(standing.beside(standing.byHand().looked(day, reported, automated)));
    }

    private Seat standing(SeatStanding found) {
        return new Seat(id, clientId, personaId, zone, state, link, found, createdAt, version);
    }

    /** The same as it is stored. */
    public Seat atVersion(int stored) {
        return new Seat(id, clientId, personaId, zone, state, link, standing, createdAt, stored);
    }

    /** Never linked and its link has run out: nobody will come back to it. */
    public boolean isForgotten(Instant now) {
        Instant until = link.offeredUntil();
        return waits() && link.account() == null && until != null && now.isAfter(until);
    }

    /** Whether it counts against the plan's seats. */
    public boolean takesASeat() {
        return state != SeatState.DISCONNECTED;
    }

    private boolean waits() {
        return state == SeatState.PENDING || state == SeatState.AWAITING_2FA;
    }

    /** Day of its warm-up, from 1 on; 0 before it is linked. */
    public long day(Instant now) {
        return link.activatedAt() == null ? 0 : WarmUp.elapsedDays(link.activatedAt(), now, Duration.ZERO) + 1;
    }

    /** When its warm-up was through, null while it is not. */
    public @Nullable Instant warmAt() {
        return link.activatedAt() == null || state != SeatState.ACTIVE
                ? null
                : link.activatedAt().plus(Duration.ofDays(ACTIVE_FROM_DAY - 1L));
    }

    /** Most invitations of a day: min(warm-up, health); none while it cannot act or too many are unanswered. */
    public int limit(Instant now) {
        return state.mayAct() && standing.mayInvite() ? Math.min(WarmUp.seatLimit(day(now) - 1), standing.limit()) : 0;
    }

    /** Its invitations of the day that {@code now} lies in on its owner's clock. */
    public SeatDay today(Instant now, boolean holiday) {
        int limit = limit(now);
        return SeatDay.of(id, LocalDate.ofInstant(now, zone), limit, limit, holiday);
    }

    /** How it stands for a lead that is bound to it. Source: scoring ALLOC-1 step 4. */
    public SenderBinding.Standing forBound(boolean roomToday) {
        return switch (state) {
            case WARMUP, ACTIVE ->
                roomToday ? new SenderBinding.Standing.Ready() : new SenderBinding.Standing.Exhausted();
            case CREDENTIALS_REQUIRED, DISCONNECTED ->
                link.downSince() == null
                        ? new SenderBinding.Standing.Gone()
                        : new SenderBinding.Standing.Paused(link.downSince());
            case PENDING, AWAITING_2FA, RESTRICTED -> new SenderBinding.Standing.Gone();
        };
    }
}
