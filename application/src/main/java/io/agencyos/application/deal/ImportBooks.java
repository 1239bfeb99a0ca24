package io.agencyos.application.deal;

import io.agencyos.application.deal.store.BookImports;
import io.agencyos.application.lead.intake.UnreadableLeadFile;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.deal.BookImport;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ImportId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Takes files of a client's customers, or of whom it does not want contacted, and takes them back. The same file again
 * changes nothing. Source: content 6.2, outreach 6.2, api 9.14.
 */
@PrimaryPort
public interface ImportBooks {

    /** Most rows of a file. Source: outreach 6.2. */
    int MAX_ROWS = 10_000;

    /** Most errors that are told. */
    int MAX_ERRORS = 100;

    /**
     * A file.
     *
     * @param columnMap header to member; empty where headers are the members' names
     */
    record Request(BookImport.Kind kind, @Nullable String fileName, byte[] content, Map<String, String> columnMap) {}

    /** What came of it. */
    sealed interface Outcome {

        record Taken(Listed run) implements Outcome {}

        record Unreadable(UnreadableLeadFile cause) implements Outcome {}

        record TooManyRows(int rows) implements Outcome {}

        /** {@code column_map} names what there is not, or no column says who is meant. */
        record BadColumns(List<Fault> faults) implements Outcome {
            public BadColumns {
                faults = List.copyOf(faults);
            }
        }

        /** Only an administrator may. */
        record Forbidden() implements Outcome {}
    }

    /** An import with what went wrong in it, the first {@value #MAX_ERRORS} rows. */
    record Listed(BookImport run, List<BookImport.Row> errors) {
        public Listed {
            errors = List.copyOf(errors);
        }
    }

    record Page(List<BookImport> runs, boolean more) {
        public Page {
            runs = List.copyOf(runs);
        }
    }

    /** What came of taking it back. */
    sealed interface Undone {

        /**
         * @param removed entries that this import made and that are gone
         * @param kept those that stay, because something strengthened or changed them since
         */
        record Done(Listed run, int removed, int kept) implements Undone {}

        record NotFound() implements Undone {}

        record Forbidden() implements Undone {}
    }

    Outcome take(TenantScope scope, Request request, Origin origin);

    /** A second time changes nothing. */
    Undone undo(TenantScope scope, BookImport.Kind kind, ImportId id, Origin origin);

    /** What {@link #undo} would do now, told of the import as it is; leaves nothing behind. */
    Undone tryUndo(TenantScope scope, BookImport.Kind kind, ImportId id);

    Page list(TenantScope scope, BookImport.Kind kind, BookImports.@Nullable After after, int limit);

    Optional<Listed> find(TenantScope scope, BookImport.Kind kind, ImportId id);
}
