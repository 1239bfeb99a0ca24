package io.agencyos.domain.lead.enrichment;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the buying of a lead's telephone number has come. A number costs eight credits at the vendor and comes minutes
 * after the question, which is about one lead alone and is never repeated by itself. Source: apollo 4.1, 7, 8.1.
 *
 * @param refHash SHA-256 of the word under which the vendor may tell us, 64 hexadecimal digits
 * @param request the vendor's name of the question; null while its receipt has not come
 * @param looks how often the answer was asked for and was not there
 * @param nextLook when it is asked for next, null where nothing is asked
 * @param vendorCredits what this question cost
 */
public record PhoneLookup(
        ClientId clientId,
        LeadId lead,
        String vendor,
        String refHash,
        @Nullable String request,
        State state,
        int looks,
        Instant askedAt,
        @Nullable Instant nextLook,
        int vendorCredits) {

    /** How long the vendor's word is believed. */
    public static final Duration BELIEVED = Duration.ofHours(48);

    private static final Duration GIVEN_UP = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<Duration> FIRST_LOOKS =
            List.of(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(15), HOUR);

    /** Where it stands. */
    public enum State implements Vocabulary {
        /** The question leaves, or has left and nobody knows whether it arrived. */
        ASKED,
        /** The vendor took it. */
        WAITING,
        FOUND,
        /** The vendor knows no number, or none came within a day. */
        NOT_FOUND,
        /** Nobody was asked: the person may not be called or texted, or too little is known of them. */
        UNWANTED
    }

    /** The question is about to leave. */
    public static PhoneLookup asked(ClientId client, LeadId lead, String vendor, String refHash, Instant now) {
        return new PhoneLookup(client, lead, vendor, refHash, null, State.ASKED, 0, now, null, 0);
    }

    /** The vendor took the question. */
    public PhoneLookup taken(String id, int credits, Instant now) {
        return in(State.WAITING, id, looks, next(now), vendorCredits + credits);
    }

    /**
     * The vendor tells that there is an answer; what stands there is asked for now.
     *
     * @param id the name of the question as it is told, which counts only where its receipt was lost
     */
    public PhoneLookup told(@Nullable String id, Instant now) {
        String known = request == null ? id : request;
        return isOpen() && known != null ? in(State.WAITING, known, looks, now, vendorCredits) : this;
    }

    /** The answer is not there yet; after a day nobody waits for it any more. */
    public PhoneLookup notYet(Duration rest, Instant now) {
        Instant next = next(now);
        Instant early = now.plus(rest);
        return next == null
                ? over(State.NOT_FOUND, 0)
                : in(State.WAITING, request, looks + 1, next.isBefore(early) ? early : next, vendorCredits);
    }

    /** It is over, one way or the other. */
    public PhoneLookup over(State end, int credits) {
        return in(end, request, looks, null, vendorCredits + credits);
    }

    private PhoneLookup in(State next, @Nullable String id, int seen, @Nullable Instant at, int credits) {
        return new PhoneLookup(clientId, lead, vendor, refHash, id, next, seen, askedAt, at, credits);
    }

    /** Whether its answer may still come. */
    public boolean isOpen() {
        return state == State.ASKED || state == State.WAITING;
    }

    /** Whether what is told under its word counts. */
    public boolean isBelieved(Instant now) {
        return now.isBefore(askedAt.plus(BELIEVED));
    }

    /** Whether the lead may be asked about again: a day after a question whose receipt was lost, else when facts are old. */
    public boolean mayBeAskedAgain(Instant now) {
        return switch (state) {
            case ASKED -> !now.isBefore(askedAt.plus(GIVEN_UP));
            case WAITING -> false;
            case FOUND, NOT_FOUND, UNWANTED -> !now.isBefore(askedAt.plus(Enrichment.KEEPS));
        };
    }

    /** 2, 5, 15 and 60 minutes after the question, then every hour; null once a day is over. */
    private @Nullable Instant next(Instant now) {
        Optional<Instant> early =
                FIRST_LOOKS.stream().map(askedAt::plus).filter(now::isBefore).findFirst();
        Instant due = early.orElseGet(() -> askedAt.plus(HOUR.multipliedBy(hoursSince(now) + 1)));
        return due.isAfter(askedAt.plus(GIVEN_UP)) ? null : due;
    }

    private long hoursSince(Instant now) {
        return Duration.between(askedAt, now).toHours();
    }
}
