package io.agencyos.application.platform.usage;

import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** What clients cost at vendors that are paid by use, for the platform's staff. Source: api 9.17 {@code P/costs}. */
@PrimaryPort
public final class ReadVendorCosts {

    private final VendorUsage book;
    private final UnitOfWork units;

    public ReadVendorCosts(VendorUsage book, UnitOfWork units) {
        this.book = book;
        this.units = units;
    }

    /**
     * The days of the platform from the first to the last of these.
     *
     * @param clients empty for all
     */
    public List<VendorUsage.Line> lines(LocalDate from, LocalDate until, Set<ClientId> clients) {
        return units.readingPlatform(() -> book.lines(from, until)).stream()
                .filter(line -> clients.isEmpty() || clients.contains(line.client()))
                .toList();
    }
}
