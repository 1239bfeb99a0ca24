package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.PoolBook;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Staff reads the pool; whoever asks was found to be staff. Source: api 9.17 {@code P/pool}. */
@PrimaryPort
public final class ReadPool {

    private final PoolBook book;
    private final UnitOfWork units;

    public ReadPool(PoolBook book, UnitOfWork units) {
        this.book = book;
        this.units = units;
    }

    public PoolBook.Stats stats() {
        return units.readingPlatform(book::stats);
    }

    public List<PoolBook.Use> uses() {
        return units.readingPlatform(book::uses);
    }

    public List<PoolBook.Person> people(PoolBook.Filter filter, PoolBook.@Nullable After after, int limit) {
        return units.readingPlatform(() -> book.people(filter, after, limit));
    }

    public Optional<PoolBook.WithHistory> find(PoolPersonId id) {
        return units.readingPlatform(() -> book.find(id));
    }

    public List<PoolBook.Hold> holds(
            List<ClientId> clients, Set<ClaimStatus> statuses, PoolBook.@Nullable After after, int limit) {
        return units.readingPlatform(() -> book.holds(clients, statuses, after, limit));
    }
}
