package io.agencyos.application.outreach.wash;

import io.agencyos.domain.outreach.PhoneWash;
import io.agencyos.domain.outreach.Wash;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What the Do Not Call Register said of numbers, for all clients together. {@link #of} and {@link #need} work in a unit of the
 * platform and of the product itself in a tenant; the rest in one of the platform. Source: outreach 6.5, data model 5.6.
 */
@SecondaryPort
public interface PhoneWashes {

    /** How many numbers wait. */
    record Waiting(int due, int overdue, int out) {}

    /** What is known of every number that is asked for; {@link PhoneWash#never} of one that nobody needed yet. */
    Map<PhoneNumber, PhoneWash> of(Collection<PhoneNumber> numbers);

    /** Somebody waits for these; an earlier need stays. */
    void need(Collection<PhoneNumber> numbers, Instant at);

    /**
     * Looks for live enrolments with a call or text due until then whose Australian number was never washed, or three weeks
     * before today, and remembers when each is needed first.
     *
     * @return numbers that nobody had needed before
     */
    int needSoon(LocalDate today, Instant until);

    /** Everything that leads of any client still hold is needed. */
    int needAll(Instant at);

    /** Those that may leave now, soonest need first; locked until the unit ends. */
    List<PhoneWash> due(LocalDate today, int limit);

    /** A wash leaves with these. */
    void send(Wash wash, Collection<PhoneNumber> numbers);

    /** Locked until the unit ends. */
    Optional<Wash> wash(String id);

    /** The numbers that are out in this wash. */
    List<PhoneWash> carriedBy(String washId);

    /** What became of a wash and of its numbers; answers are kept as proof. */
    void settle(Wash wash, Collection<PhoneWash> numbers);

    /** Washes that left before and are not back. */
    List<Wash> lostSince(Instant sentBefore);

    /** Counts one more try without an answer for every number that was needed before. */
    int missed(Instant neededBefore);

    /** @param now a number that is needed until then is overdue */
    Waiting waiting(LocalDate today, Instant now);

    /** The newest first. */
    List<Wash> newest(int limit);
}
