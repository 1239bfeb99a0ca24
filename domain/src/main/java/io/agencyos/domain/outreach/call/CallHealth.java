package io.agencyos.domain.outreach.call;

import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How calls go altogether: a service of which too many break rests with all its calls, and a number that nobody answers any more
 * rests before it is marked as spam for good. Read off the calls, and lifted by time alone. Source: vapi "Beyond", quality brake
 * and caller reputation.
 *
 * @param channel whether nobody of the client is called now
 * @param numbers that call nobody now
 */
public record CallHealth(boolean channel, Set<PhoneNumber> numbers) {

    public static final CallHealth FINE = new CallHealth(false, Set.of());

    /** Of so many newest calls. */
    public static final int JUDGED = 50;

    /** Within so long before a number's newest call its calls are counted. */
    public static final Duration COUNTED = Duration.ofDays(7);

    /** Calls of a number that ended longer ago say nothing. */
    public static final Duration NUMBER_RESTS = Duration.ofDays(14);

    private static final Duration CHANNEL_RESTS = Duration.ofDays(1);
    private static final int MOST_BROKEN = JUDGED / 5;
    private static final int FEWEST_CALLS = 40;
    private static final int LEAST_TAKEN_PERCENT = 5;

    public CallHealth {
        numbers = Set.copyOf(numbers);
    }

    /** A call that ended. */
    public record Ended(CallResult result, Instant at) {}

    /**
     * How a number is answered.
     *
     * @param calls that rang somewhere in the {@link #COUNTED} before the newest
     * @param taken those of them in which a person spoke
     */
    public record Answered(PhoneNumber number, int calls, int taken, Instant newest) {

        /** Too few people take its calls. */
        public boolean isShunned() {
            return calls >= FEWEST_CALLS && taken * 100 < LEAST_TAKEN_PERCENT * calls;
        }

        private boolean rests(Instant now) {
            return isShunned() && now.isBefore(newest.plus(NUMBER_RESTS));
        }
    }

    /** Whether more than a fifth of the newest calls broke; fewer than {@value #JUDGED} say nothing. */
    public static boolean isBroken(List<Ended> newest) {
        return newest.size() >= JUDGED
                && newest.stream()
                                .limit(JUDGED)
                                .filter(call -> call.result() == CallResult.FAILED_TECHNICAL)
                                .count()
                        > MOST_BROKEN;
    }

    /**
     * What rests now. A broken service is tried again a day after the newest call, one call after the other until it is sound.
     *
     * @param newest calls of the client, the newest first
     */
    public static CallHealth of(List<Ended> newest, Collection<Answered> numbers, Instant now) {
        Optional<Instant> last = newest.stream().findFirst().map(Ended::at);
        boolean channel = isBroken(newest)
                && last.filter(at -> now.isBefore(at.plus(CHANNEL_RESTS))).isPresent();
        return new CallHealth(
                channel,
                numbers.stream()
                        .filter(number -> number.rests(now))
                        .map(Answered::number)
                        .collect(Collectors.toSet()));
    }

    public boolean rests(PhoneNumber number) {
        return channel || numbers.contains(number);
    }
}
