package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.platform.PostgresExportFiles;
import io.agencyos.application.client.staff.StaffExport;
import io.agencyos.application.conversion.everywhere.CostSheet;
import io.agencyos.application.conversion.report.ReportExport;
import io.agencyos.application.conversion.report.ReportSheets;
import io.agencyos.application.lead.ChosenLeads;
import io.agencyos.application.lead.LeadExport;
import io.agencyos.application.platform.ReadAuditService;
import io.agencyos.application.platform.SweepRetention.Sweep;
import io.agencyos.application.platform.export.Exporting;
import io.agencyos.application.platform.export.FetchExport;
import io.agencyos.application.platform.export.FetchExportService;
import io.agencyos.application.platform.flow.Flow;
import java.util.List;
import java.util.stream.Stream;

/** Files that people take out of the house. */
public final class Exports {

    private Exports() {}

    private static Exporting.Means means(Product product) {
        return new Exporting.Means(
                new PostgresExportFiles(),
                product.stores().audit,
                product.basis().units(),
                product.basis().ids());
    }

    static List<Flow<?>> flows(Product product) {
        Exporting exporting = new Exporting(means(product));
        ReportSheets reports = new ReportSheets(
                Sales.figures(product),
                product.reports().funnelCounts(),
                product.inbox().timeline(),
                new ReadAuditService(product.stores().audit, product.basis().units()));
        StaffExport staff = new StaffExport(
                Staff.clients(product),
                product.accounts().waitlist(),
                new ReadAuditService(product.stores().audit, product.basis().units()),
                product.plans().billing().readRevenue(),
                new CostSheet(Staff.vendorCosts(product), Staff.costs(product))::of);
        return Stream.concat(
                        Stream.of(
                                LeadExport.flow(
                                        ChosenLeads.of(product.stores().leadQueries),
                                        product.basis().units(),
                                        exporting),
                                staff.flow(exporting)),
                        ReportExport.flows(reports, exporting).stream())
                .toList();
    }

    /** Where they are fetched. */
    public static FetchExport fetch(Product product) {
        return new FetchExportService(means(product), product.basis().clock());
    }

    /** What nobody may fetch any more. */
    static Sweep sweep() {
        return (now, most) -> new PostgresExportFiles().discardBefore(now.minus(Exporting.KEPT), most);
    }
}
