package io.agencyos.domain.resource;

import io.agencyos.domain.shared.Vocabulary;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Lead starts of a billing period against its quota; exact. Source: scoring PACE-1 to PACE-5.
 *
 * @param quota leads of the period
 * @param started first touches sent
 * @param workingDays Monday to Friday in the period, without holidays
 * @param completed working days before today
 * @param left working days from today on, at least 1
 */
public record Pacing(int quota, int started, int workingDays, int completed, int left) {

    /** Source: PACE-2. */
    public enum Alert implements Vocabulary {
        BURNING_FAST,
        BURNING_SLOW
    }

    /** Counts the days of a period, both ends included, in the client's zone, where no day is a holiday. */
    public static Pacing of(int quota, int started, LocalDate first, LocalDate last, LocalDate today) {
        return of(quota, started, first, last, today, day -> false);
    }

    /** The same, where nothing is expected of holidays and the days that remain take more. Source: scoring B9. */
    public static Pacing of(
            int quota, int started, LocalDate first, LocalDate last, LocalDate today, Predicate<LocalDate> holiday) {
        int all = workingDays(first, last.plusDays(1), holiday);
        int before = today.isAfter(first) ? workingDays(first, today, holiday) : 0;
        return new Pacing(quota, started, all, before, Math.max(1, all - before));
    }

    private static int workingDays(LocalDate from, LocalDate until, Predicate<LocalDate> holiday) {
        return Math.toIntExact(from.datesUntil(until)
                .filter(date -> date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(holiday.negate())
                .count());
    }

    /** The same period without this many of its starts. */
    public Pacing before(int starts) {
        return new Pacing(quota, started - starts, workingDays, completed, left);
    }

    /** Pacing in tenths of a percent, HALF_UP, for display: 499 is 49.9 %. */
    public long perMille() {
        long expected = (long) quota * completed;
        return expected == 0 ? 1_000 : Math.floorDiv(2_000L * started * workingDays + expected, 2 * expected);
    }

    /** Above 120 %, or below 50 % from the middle of the period on. */
    public Optional<Alert> alert() {
        long expected = (long) quota * completed;
        long reached = (long) started * workingDays;
        if (expected == 0) {
            return Optional.empty();
        }
        if (reached * 5 > expected * 6) {
            return Optional.of(Alert.BURNING_FAST);
        }
        boolean slow = reached * 2 < expected && completed >= Math.ceilDiv(workingDays, 2);
        return slow ? Optional.of(Alert.BURNING_SLOW) : Optional.empty();
    }

    /** The most starts of a day: ⌈1.2 · quota / W⌉. */
    public int cap() {
        return Math.ceilDiv(quota * 6, Math.max(1, workingDays) * 5);
    }

    /** PACE-3: what may be started today. */
    public int startBudget(int leadsReady, int outboundLeftAfterFollowUps) {
        return budget(leadsReady, outboundLeftAfterFollowUps).starts();
    }

    /** The same, with what it ends at. */
    public StartBudget budget(int leadsReady, int outboundLeftAfterFollowUps) {
        return Stream.of(
                        new StartBudget(Math.ceilDiv(Math.max(0, quota - started), left), StartBudget.Limit.QUOTA),
                        new StartBudget(cap(), StartBudget.Limit.CATCH_UP),
                        new StartBudget(Math.max(0, leadsReady), StartBudget.Limit.LEADS),
                        new StartBudget(Math.max(0, outboundLeftAfterFollowUps), StartBudget.Limit.SENDERS))
                .min(Comparator.comparingInt(StartBudget::starts))
                .orElseThrow();
    }

    /** PACE-5: whether one closing e-mail leaves enough for everything that goes first. */
    public static boolean spareLeft(
            int domainLeft, int domainFollowUps, int clientLeft, int clientFollowUps, int startsNotUsed) {
        return domainLeft - 1 >= domainFollowUps && clientLeft - 1 >= clientFollowUps + startsNotUsed;
    }
}
