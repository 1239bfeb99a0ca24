package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.postgres.conversion.PostgresBenchmarks;
import io.agencyos.adapters.out.postgres.conversion.PostgresFigures;
import io.agencyos.adapters.out.postgres.conversion.PostgresReplyFigures;
import io.agencyos.adapters.out.postgres.conversion.PostgresSaleFigures;
import io.agencyos.adapters.out.postgres.deal.PostgresBookImports;
import io.agencyos.application.conversion.report.CompareWithPlatform;
import io.agencyos.application.conversion.report.CompareWithPlatformService;
import io.agencyos.application.conversion.report.ReadReports;
import io.agencyos.application.conversion.report.ReadReportsService;
import io.agencyos.application.conversion.report.ReportPorts;
import io.agencyos.application.deal.SaleUseCases;
import io.agencyos.application.lead.NoteOnLead;
import io.agencyos.application.lead.NoteOnLeadService;
import io.agencyos.application.shared.PublishedSuffixes;

/** Deals, customers and the figures of what was reached, on what the rest of the product has. */
public final class Sales {

    private Sales() {}

    public static SaleUseCases of(Product product) {
        return new SaleUseCases(
                Desk.dealPorts(product.stores()),
                product.outreach().stopOutreach(),
                product.suppressions().suppressNow(),
                product.plans().buyers().recordPurchase(),
                PublishedSuffixes.identityKeys(product.stores().freeMail),
                new PostgresBookImports(),
                new CsvLeadFiles(),
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids());
    }

    /** What outreach came to, in figures. */
    public static ReadReports figures(Product product) {
        return new ReadReportsService(
                new ReportPorts(
                        new PostgresFigures(),
                        new PostgresSaleFigures(),
                        new PostgresReplyFigures(),
                        product.stores().clients,
                        product.stores().campaigns,
                        product.stores().leads.leads()),
                product.basis().units(),
                product.basis().clock());
    }

    /** A client beside the others; one for the life of the server, which remembers the others for an hour. */
    public static CompareWithPlatform benchmarks(Product product) {
        return new CompareWithPlatformService(
                new PostgresBenchmarks(),
                new PostgresFigures(),
                product.basis().units(),
                product.basis().clock());
    }

    /** What people want remembered of a lead. */
    public static NoteOnLead notes(Product product) {
        return new NoteOnLeadService(
                product.stores().leads.leads(),
                product.stores().activities,
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids());
    }
}
