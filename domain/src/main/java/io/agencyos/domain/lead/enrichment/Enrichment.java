package io.agencyos.domain.lead.enrichment;

import io.agencyos.domain.scoring.DeepEnrichmentGate;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the completing of a lead's record has come. Source: content 1.1, flows 2.6.
 *
 * @param misses looks in a row that found nobody
 * @param at when that became so
 * @param enrichedAt when the record was completed last, null for never
 * @param source who supplied the data then: {@link #POOL}, or the vendor
 * @param credit what it costs the client
 * @param vendorCredits what it cost at the vendor, all looks together
 * @param confidence per mille of the completed record, null before
 * @param deep whether the lead is worth the dearest research, and why
 */
public record Enrichment(
        ClientId clientId,
        LeadId lead,
        State state,
        int misses,
        Instant at,
        @Nullable Instant enrichedAt,
        @Nullable String source,
        Credit credit,
        int vendorCredits,
        @Nullable Integer confidence,
        DeepEnrichmentGate.Decision deep) {

    /** The source of what somebody's purchase had brought into the pool before. */
    public static final String POOL = "pool";

    /** What was bought is as good as new for so long (content 1.4). */
    public static final Duration KEEPS = Duration.ofDays(90);

    private static final Duration CLAIM = Duration.ofMinutes(15);
    private static final Duration BETWEEN_MISSES = Duration.ofDays(7);
    private static final Duration BETWEEN_WISHES = Duration.ofHours(24);
    private static final int MOST_MISSES = 3;
    private static final DeepEnrichmentGate.Decision SHALLOW = new DeepEnrichmentGate.Decision(false, List.of());

    /** How a look stands. */
    public enum State implements Vocabulary {
        /** Somebody is looking. */
        CLAIMED,
        /** The record is completed. */
        ENRICHED,
        /** Nobody knows the person. */
        NOT_FOUND,
        /** Somebody of another name was found. */
        IDENTITY_MISMATCH,
        /** The person is another lead of the client already. */
        DUPLICATE,
        /** A look costs a credit, and there is none. */
        NO_CREDITS,
        /** The vendor could not be asked. */
        FAILED
    }

    /** What completing a lead costs its client: one credit for a lead of its own that a vendor completed, once. */
    public enum Credit implements Vocabulary {
        /** Nothing. */
        NONE,
        /** One, if somebody is found. */
        RESERVED,
        /** One. */
        CHARGED
    }

    /** Why a look is not begun. */
    public enum Refusal implements Vocabulary {
        UNDER_WAY,
        ALREADY_ENRICHED,
        /** A day after a wish, a week after a look that found nobody. */
        TOO_SOON,
        /** Three looks found nobody. */
        GIVEN_UP
    }

    /**
     * Why no look is begun now, in the order in which it is asked.
     *
     * @param before null for a lead that nobody looked up yet
     * @param force a person wants it although the record was completed, or although it is early
     */
    public static Optional<Refusal> refusal(@Nullable Enrichment before, boolean force, Instant now) {
        if (before == null) {
            return Optional.empty();
        }
        if (before.state == State.CLAIMED) {
            return now.isBefore(before.at.plus(CLAIM)) ? Optional.of(Refusal.UNDER_WAY) : Optional.empty();
        }
        if (before.enrichedAt != null && !force) {
            return Optional.of(Refusal.ALREADY_ENRICHED);
        }
        if (before.state == State.NO_CREDITS || before.state == State.FAILED) {
            return Optional.empty();
        }
        if (!force && before.misses >= MOST_MISSES) {
            return Optional.of(Refusal.GIVEN_UP);
        }
        Duration rest = force ? BETWEEN_WISHES : BETWEEN_MISSES;
        return now.isBefore(before.at.plus(rest)) ? Optional.of(Refusal.TOO_SOON) : Optional.empty();
    }

    /** A look begins; what is charged already stays so. */
    public static Enrichment claimed(
            @Nullable Enrichment before, ClientId client, LeadId lead, Credit credit, Instant now) {
        return before == null
                ? new Enrichment(client, lead, State.CLAIMED, 0, now, null, null, credit, 0, null, SHALLOW)
                : before.in(
                        State.CLAIMED, before.misses, before.credit == Credit.CHARGED ? Credit.CHARGED : credit, now);
    }

    /** The look came to nothing; a credit that was put aside is free again. */
    public Enrichment missed(State state, Instant now) {
        boolean counts = state == State.NOT_FOUND || state == State.IDENTITY_MISMATCH;
        return in(state, counts ? misses + 1 : misses, credit == Credit.RESERVED ? Credit.NONE : credit, now);
    }

    /** The record is completed by this source; a credit that was put aside is spent. */
    public Enrichment completed(String by, int cost, int sure, DeepEnrichmentGate.Decision decided, Instant now) {
        Credit spent = credit == Credit.RESERVED ? Credit.CHARGED : credit;
        return new Enrichment(
                clientId, lead, State.ENRICHED, 0, now, now, by, spent, vendorCredits + cost, sure, decided);
    }

    /** For so much more is known of the completed lead, and it is decided anew what it is worth. */
    public Enrichment decided(DeepEnrichmentGate.Decision now, int cost) {
        return new Enrichment(
                clientId, lead, state, misses, at, enrichedAt, source, credit, vendorCredits + cost, confidence, now);
    }

    private Enrichment in(State next, int found, Credit price, Instant now) {
        return new Enrichment(
                clientId, lead, next, found, now, enrichedAt, source, price, vendorCredits, confidence, deep);
    }
}
