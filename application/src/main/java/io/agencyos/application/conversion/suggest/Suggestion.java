package io.agencyos.application.conversion.suggest;

import io.agencyos.domain.conversion.evolve.Candidate;
import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion as it was shown. Source: conversion intelligence 16.2.
 *
 * @param rationale the numbers behind it
 * @param patterns the versions that it stands on, by type, with confidence, sample and when they were made
 * @param metrics how what it concerns did before, and after
 * @param dedupeKey the same for what would do the same
 * @param applyError what kept an approved one from being applied
 */
public record Suggestion(
        UUID id,
        ClientId clientId,
        @Nullable CampaignId campaignId,
        SuggestionType type,
        SuggestionStatus status,
        String title,
        String description,
        Node.Members action,
        Node.Members rationale,
        Node.Members patterns,
        BigDecimal confidence,
        int priority,
        Candidate.Risk risk,
        String dedupeKey,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant reviewedAt,
        @Nullable UserId reviewedBy,
        @Nullable Instant appliedAt,
        @Nullable String applyError,
        @Nullable String rejectionReason,
        Metrics metrics,
        int version) {

    /** How long it may be decided. */
    public static final Duration OPEN = Duration.ofDays(14);

    /**
     * How the campaign, or all of them, did.
     *
     * @param current in the 30 days until it was shown last, once accepted until then; null for suggestions of before this
     *     was kept
     * @param measured what came in the 30 days after it was applied, beside that; null until then
     */
    public record Metrics(Node.@Nullable Members current, Node.@Nullable Members measured) {

        /** Nothing known. */
        public static final Metrics NONE = new Metrics(null, null);

        static Metrics before(Node.Members current) {
            return new Metrics(current, null);
        }
    }

    static Suggestion of(
            UUID id, ClientId client, Candidate candidate, Node.Members patterns, Metrics metrics, Instant now) {
        return new Suggestion(
                id,
                client,
                candidate.campaign(),
                candidate.type(),
                SuggestionStatus.PENDING,
                candidate.title(),
                candidate.description(),
                candidate.action(),
                candidate.facts(),
                patterns,
                candidate.confidence(),
                candidate.priority(),
                candidate.risk(),
                candidate.dedupeKey(),
                now,
                now.plus(OPEN),
                null,
                null,
                null,
                null,
                null,
                metrics,
                0);
    }

    /** The same with the numbers of a candidate that would do the same, open anew. */
    Suggestion refreshed(Candidate candidate, Node.Members versions, Metrics then, Instant at) {
        return new Suggestion(
                id,
                clientId,
                campaignId,
                type,
                status,
                candidate.title(),
                candidate.description(),
                action,
                candidate.facts(),
                versions,
                candidate.confidence(),
                candidate.priority(),
                candidate.risk(),
                dedupeKey,
                createdAt,
                at.plus(OPEN),
                reviewedAt,
                reviewedBy,
                appliedAt,
                applyError,
                rejectionReason,
                then,
                version);
    }

    /** The same in another state. */
    Suggestion moved(SuggestionStatus to, Decision decision) {
        boolean byPerson = decision.by() != null;
        return with(
                to,
                byPerson ? decision.at() : reviewedAt,
                byPerson ? decision.by() : reviewedBy,
                to == SuggestionStatus.APPLIED ? decision.at() : appliedAt,
                decision.error(),
                to == SuggestionStatus.REJECTED ? decision.reason() : rejectionReason,
                metrics,
                version);
    }

    /** The same with what is known of how things went. */
    Suggestion measured(Metrics known) {
        return with(status, reviewedAt, reviewedBy, appliedAt, applyError, rejectionReason, known, version);
    }

    /** The same as it stands once it is stored. */
    public Suggestion next() {
        return with(status, reviewedAt, reviewedBy, appliedAt, applyError, rejectionReason, metrics, version + 1);
    }

    private Suggestion with(
            SuggestionStatus state,
            @Nullable Instant reviewed,
            @Nullable UserId by,
            @Nullable Instant applied,
            @Nullable String error,
            @Nullable String rejection,
            Metrics known,
            int next) {
        return new Suggestion(
                id,
                clientId,
                campaignId,
                type,
                state,
                title,
                description,
                action,
                rationale,
                patterns,
                confidence,
                priority,
                risk,
                dedupeKey,
                createdAt,
                expiresAt,
                reviewed,
                by,
                applied,
                error,
                rejection,
                known,
                next);
    }

    /** Who moved it, when and why; nobody for what the product does by itself. */
    record Decision(
            @Nullable UserId by,
            Instant at,
            @Nullable String reason,
            @Nullable String error) {

        static Decision byItself(Instant at) {
            return new Decision(null, at, null, null);
        }
    }

    /** Whether a person may still decide. */
    public boolean isOpen(Instant now) {
        return status == SuggestionStatus.PENDING && expiresAt.isAfter(now);
    }
}
