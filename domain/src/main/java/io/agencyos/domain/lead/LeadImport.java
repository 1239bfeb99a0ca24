package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * One recorded import of leads, which can be taken back as a whole. Source: api 9.6, data model 5.6.
 *
 * @param touchedAt when it was last worked on: begun, a chunk of rows committed, ended
 * @param undoneBy who took it back; null where nobody did, or a program
 */
@AggregateRoot
public record LeadImport(
        @Identity ImportId id,
        ClientId clientId,
        @Nullable CampaignId campaignId,
        LeadSource source,
        @Nullable String fileName,
        Status status,
        Counts counts,
        Instant createdAt,
        Instant touchedAt,
        @Nullable Instant undoneAt,
        @Nullable UserId undoneBy,
        int version) {

    /** A chunk of rows takes seconds, with the longest wait for a lock a minute. */
    private static final Duration LONGEST_CHUNK = Duration.ofMinutes(15);

    /** Where an import stands. */
    public enum Status implements Vocabulary {
        RUNNING,
        /** Whoever read the file is gone; what was counted stands, and the same file goes on from there. */
        BROKEN_OFF,
        DONE,
        UNDONE,
        PARTLY_UNDONE
    }

    /** How many rows came to which result; {@code duplicates} are those in the file and those in the client. */
    public record Counts(int rows, int created, int updated, int duplicates, int suppressed, int invalid) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        /** The counts with one more row of this result. */
        public Counts plus(ImportRowResult result) {
            return switch (result) {
                case CREATED -> new Counts(rows + 1, created + 1, updated, duplicates, suppressed, invalid);
                case UPDATED -> new Counts(rows + 1, created, updated + 1, duplicates, suppressed, invalid);
                case DUPLICATE_IN_CLIENT, DUPLICATE_IN_FILE ->
                    new Counts(rows + 1, created, updated, duplicates + 1, suppressed, invalid);
                case SUPPRESSED -> new Counts(rows + 1, created, updated, duplicates, suppressed + 1, invalid);
                case INVALID -> new Counts(rows + 1, created, updated, duplicates, suppressed, invalid + 1);
            };
        }
    }

    /** With more rows taken, which is work on it whatever it was thought to be. */
    public LeadImport counted(Counts taken, Instant at) {
        return new LeadImport(
                id,
                clientId,
                campaignId,
                source,
                fileName,
                Status.RUNNING,
                taken,
                createdAt,
                at,
                undoneAt,
                undoneBy,
                version);
    }

    /** With all of the file read, or nobody left who reads it. */
    public LeadImport ended(Status end, Instant at) {
        return new LeadImport(
                id, clientId, campaignId, source, fileName, end, counts, createdAt, at, null, null, version);
    }

    /** Taken back, wholly or but for what had changed since. */
    public LeadImport undone(boolean whole, Instant at, @Nullable UserId by) {
        Status end = whole ? Status.UNDONE : Status.PARTLY_UNDONE;
        return new LeadImport(id, clientId, campaignId, source, fileName, end, counts, createdAt, at, at, by, version);
    }

    /** As it is to be understood now: nobody tells that a process was killed, so an import at which nobody works is broken off. */
    public LeadImport asOf(Instant now) {
        return status == Status.RUNNING && touchedAt.plus(LONGEST_CHUNK).isBefore(now)
                ? new LeadImport(
                        id,
                        clientId,
                        campaignId,
                        source,
                        fileName,
                        Status.BROKEN_OFF,
                        counts,
                        createdAt,
                        touchedAt,
                        undoneAt,
                        undoneBy,
                        version)
                : this;
    }

    /** Whether there are rows of its file that nobody took yet. */
    public boolean isOpen() {
        return status == Status.RUNNING || status == Status.BROKEN_OFF;
    }

    /** The same, written once more. */
    public LeadImport atVersion(int next) {
        return new LeadImport(
                id,
                clientId,
                campaignId,
                source,
                fileName,
                status,
                counts,
                createdAt,
                touchedAt,
                undoneAt,
                undoneBy,
                next);
    }
}
