package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PrivacyRequestId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A person asks a client to see all that it holds of them, or to erase it. Source: api 9.14, data model 5.13.
 *
 * @param subject the address they asked for, sealed; null once it is answered
 * @param leads who was found by it
 * @param rows how many rows were found, or changed, by the name of the table
 * @param dueAt by when the law wants an answer
 */
@AggregateRoot
public record PrivacyRequest(
        @Identity PrivacyRequestId id,
        ClientId clientId,
        Kind kind,
        Status status,
        @Nullable String subject,
        List<LeadId> leads,
        Map<String, Integer> rows,
        UserId requestedBy,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant finishedAt,
        int version) {

    /** How long an answer may take. */
    public static final Duration TIME = Duration.ofDays(30);

    /** What is asked for. */
    public enum Kind implements Vocabulary {
        /** All that is held. */
        ACCESS,
        /** That nothing is held any more, but a hash by which they are never written to again. */
        ERASE
    }

    /** Where it stands. */
    public enum Status implements Vocabulary {
        OPEN,
        DONE
    }

    public PrivacyRequest {
        leads = List.copyOf(leads);
        rows = Map.copyOf(rows);
    }

    /** A new one. */
    public static PrivacyRequest opened(
            PrivacyRequestId id, ClientId client, Kind kind, String subject, UserId by, Instant now) {
        return new PrivacyRequest(
                id, client, kind, Status.OPEN, subject, List.of(), Map.of(), by, now, now.plus(TIME), null, 0);
    }

    /** This one answered; whom it was about is not kept. */
    public PrivacyRequest answered(List<LeadId> found, Map<String, Integer> counted, Instant now) {
        return new PrivacyRequest(
                id, clientId, kind, Status.DONE, null, found, counted, requestedBy, createdAt, dueAt, now, version);
    }

    /** The same at another version. */
    public PrivacyRequest atVersion(int next) {
        return new PrivacyRequest(
                id, clientId, kind, status, subject, leads, rows, requestedBy, createdAt, dueAt, finishedAt, next);
    }
}
