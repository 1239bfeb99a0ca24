package io.agencyos.domain.lead;

import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.ImportId;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/** One recorded import of leads, which can be taken back as a whole. Source: api 9.6, data model 5.6. */
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
        @Nullable Instant undoneAt,
        int version) {

    /** Where an import stands. */
    public enum Status implements Vocabulary {
        RUNNING,
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

    public LeadImport counted(Counts now) {
        return new LeadImport(id, clientId, campaignId, source, fileName, status, now, createdAt, undoneAt, version);
    }

    public LeadImport ended(Status end, @Nullable Instant undone) {
        return new LeadImport(id, clientId, campaignId, source, fileName, end, counts, createdAt, undone, version);
    }
}
