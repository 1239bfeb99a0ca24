package io.agencyos.application.outreach.engine;

import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatDay;
import io.agencyos.domain.resource.seat.SeatRhythm;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * The counters that one action of a seat or a number takes, with the limits that hold now, to be reserved at the commit
 * like those of a mailbox. A list without a counter means that the action takes none. Source: scoring RES-8, RES-9,
 * TIME-5.
 */
public final class SenderBounds {

    /** Texts of a client in a day, whatever its numbers could send. */
    public static final int CLIENT_TEXTS = 200;

    private SenderBounds() {}

    /**
     * What a seat did in the days that count.
     *
     * @param manual done by hand today, by {@link SeatDay#manual}
     * @param sixDaysBefore invitations of the six days before today
     * @param holiday whether today is a national holiday for the seat's owner
     */
    public record SeatBook(int manual, int sixDaysBefore, boolean holiday) {}

    /** Of a seat: the day turns at midnight on its owner's clock, the hour with the clock. */
    public static List<Quotas.Bound> of(Seat seat, TouchKind kind, SeatBook book, Instant now) {
        Instant day = midnight(now, seat.zone());
        UUID target = seat.id().value();
        Quotas.Bound hour = bound(
                target,
                QuotaMetric.ACTIONS_HOUR,
                now.atZone(seat.zone()).truncatedTo(ChronoUnit.HOURS).toInstant(),
                seat.state().mayAct() ? SeatRhythm.MOST_IN_AN_HOUR : 0);
        return switch (kind) {
            case LI_INVITE -> List.of(bound(target, QuotaMetric.LI_INVITE, day, invitations(seat, book, now)), hour);
            case LI_MESSAGE -> List.of(bound(target, QuotaMetric.LI_MESSAGE, day, Seat.MESSAGES), hour);
            case LI_VIEW -> List.of(bound(target, QuotaMetric.LI_VIEW, day, Seat.VIEWS), hour);
            case EMAIL, SMS, VOICE, LETTER, POSTCARD -> List.of();
        };
    }

    /** The counter of today knows what was automated, so the limit leaves it in. */
    private static int invitations(Seat seat, SeatBook book, Instant now) {
        return seat.today(now, book.holiday()).remaining(0, book.manual(), book.sixDaysBefore());
    }

    /** Of a number: the day turns at midnight on the client's clock. */
    public static List<Quotas.Bound> of(SendingNumber number, TouchKind kind, ZoneId clientZone, Instant now) {
        Instant day = midnight(now, clientZone);
        UUID target = number.id().value();
        ClientId client = number.clientId();
        return switch (kind) {
            case VOICE -> List.of(bound(target, QuotaMetric.VOICE, day, number.calls(now)));
            case SMS ->
                List.of(
                        bound(target, QuotaMetric.SMS, day, number.texts()),
                        bound(client.value(), QuotaMetric.CLIENT_SMS, day, CLIENT_TEXTS));
            case EMAIL, LI_INVITE, LI_MESSAGE, LI_VIEW, LETTER, POSTCARD -> List.of();
        };
    }

    private static Quotas.Bound bound(UUID target, QuotaMetric metric, Instant from, int limit) {
        return new Quotas.Bound(new Quotas.Counter(target, metric, from), limit);
    }

    private static Instant midnight(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }
}
