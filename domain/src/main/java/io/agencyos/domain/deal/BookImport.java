package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.CustomerId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.SuppressionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Collection;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/** A file of customers, or of whom not to contact, that came in. Source: data model 5.11 {@code customer_import}. */
@AggregateRoot
public record BookImport(
        @Identity ImportId id,
        ClientId clientId,
        Kind kind,
        @Nullable String fileName,
        Status status,
        Counts counts,
        Instant createdAt,
        @Nullable Instant undoneAt,
        @Nullable UserId undoneBy,
        int version) {

    /** What the rows of the file are. */
    public enum Kind implements Vocabulary {
        CUSTOMERS,
        SUPPRESSIONS
    }

    public enum Status implements Vocabulary {
        RUNNING,
        DONE,
        UNDONE,
        PARTLY_UNDONE
    }

    /** What became of a row. */
    public enum RowResult implements Vocabulary {
        /** It made an entry. */
        IMPORTED,
        /** It changed one. */
        UPDATED,
        /** It says nothing new, or nobody in particular. */
        SKIPPED,
        /** It cannot be read. */
        FAILED
    }

    /**
     * One row.
     *
     * @param line of the file at which it begins, 1 for the header
     * @param customer that it names
     * @param entry of the suppression list, only where this row made it
     */
    public record Row(
            int line,
            RowResult result,
            @Nullable String error,
            @Nullable CustomerId customer,
            @Nullable SuppressionId entry) {}

    /** How many rows came to what. */
    public record Counts(int rows, int imported, int updated, int skipped, int failed) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public Counts plus(Collection<Row> more) {
            return new Counts(
                    rows + more.size(),
                    imported + of(more, RowResult.IMPORTED),
                    updated + of(more, RowResult.UPDATED),
                    skipped + of(more, RowResult.SKIPPED),
                    failed + of(more, RowResult.FAILED));
        }

        private static int of(Collection<Row> rows, RowResult result) {
            return (int) rows.stream().filter(row -> row.result() == result).count();
        }
    }

    public BookImport counted(Counts now) {
        return new BookImport(id, clientId, kind, fileName, status, now, createdAt, undoneAt, undoneBy, version);
    }

    /** Every row was taken. */
    public BookImport done() {
        return new BookImport(
                id, clientId, kind, fileName, Status.DONE, counts, createdAt, undoneAt, undoneBy, version);
    }

    /** @param whole whether nothing had to stay */
    public BookImport undone(boolean whole, Instant at, @Nullable UserId by) {
        Status end = whole ? Status.UNDONE : Status.PARTLY_UNDONE;
        return new BookImport(id, clientId, kind, fileName, end, counts, createdAt, at, by, version);
    }

    /** The same as it stands in a store. */
    public BookImport atVersion(int stored) {
        return new BookImport(id, clientId, kind, fileName, status, counts, createdAt, undoneAt, undoneBy, stored);
    }

    public boolean isUndone() {
        return status == Status.UNDONE || status == Status.PARTLY_UNDONE;
    }
}
