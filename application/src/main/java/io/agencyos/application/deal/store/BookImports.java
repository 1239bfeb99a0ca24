package io.agencyos.application.deal.store;

import io.agencyos.domain.deal.BookImport;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Files of customers and suppressions that came in. Needs an open unit of work of the tenant. Source: data model 5.11. */
@SecondaryPort
public interface BookImports {

    void insert(BookImport run);

    /** Writes it where its version is unchanged, else {@code ConcurrentUpdate}; answers the new version. */
    BookImport update(BookImport run);

    Optional<BookImport> find(ClientId client, ImportId id);

    /** The import locked until the unit of work ends. */
    Optional<BookImport> findForUpdate(ClientId client, ImportId id);

    /** Where a page begins: behind this import. */
    record After(Instant createdAt, ImportId id) {}

    /** Newest first. */
    List<BookImport> list(ClientId client, BookImport.Kind kind, @Nullable After after, int limit);

    void addRows(ClientId client, ImportId id, Collection<BookImport.Row> rows);

    /** In the order of the file. */
    List<BookImport.Row> rows(ClientId client, ImportId id);

    /** The first so many that could not be read, in the order of the file. */
    List<BookImport.Row> failed(ClientId client, ImportId id, int limit);
}
