package io.agencyos.application.deal;

import io.agencyos.application.deal.store.BookImports;
import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.lead.intake.LeadFiles;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.outreach.suppression.SuppressNow;
import io.agencyos.application.scoring.RecordPurchase;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.contact.IdentityKeys;

/** The use cases of deals and customers, wired by hand; bootstrap and tests hand in the ports. */
public final class SaleUseCases {

    private final KeepDeals keepDeals;
    private final ListDeals listDeals;
    private final KeepCustomers keepCustomers;
    private final ImportBooks importBooks;
    private final Purchases settlePurchases;

    public SaleUseCases(
            DealPorts ports,
            StopOutreach stops,
            SuppressNow suppress,
            RecordPurchase purchases,
            IdentityKeys keys,
            BookImports imports,
            LeadFiles files,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        settlePurchases = new Purchases(ports.customers(), purchases, units);
        CustomerBook book = new CustomerBook(ports.customers(), suppress, keys, ids);
        keepDeals = new KeepDealsService(
                ports, new DealConversion(ports, stops, ids), book, settlePurchases, units, clock, ids);
        listDeals = new ListDealsService(ports, units);
        importBooks = new ImportBooksService(ports, imports, book, settlePurchases, files, units, clock, ids);
        keepCustomers = new KeepCustomersService(ports, book, settlePurchases, units, clock, ids);
    }

    public KeepDeals keepDeals() {
        return keepDeals;
    }

    public ListDeals listDeals() {
        return listDeals;
    }

    public KeepCustomers keepCustomers() {
        return keepCustomers;
    }

    public ImportBooks importBooks() {
        return importBooks;
    }

    public SettlePurchases settlePurchases() {
        return settlePurchases;
    }
}
