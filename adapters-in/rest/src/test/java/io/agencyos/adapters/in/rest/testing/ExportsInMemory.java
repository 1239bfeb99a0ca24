package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.conversion.ReportExportRoutes;
import io.agencyos.adapters.in.rest.lead.LeadExportRoutes;
import io.agencyos.adapters.in.rest.platform.ExportRoutes;
import io.agencyos.adapters.in.rest.platform.StaffExportRoutes;
import io.agencyos.adapters.out.memory.platform.MemoryExportFiles;
import io.agencyos.application.client.staff.KeepClients;
import io.agencyos.application.client.staff.StaffExport;
import io.agencyos.application.conversion.everywhere.CostSheet;
import io.agencyos.application.conversion.report.ReportExport;
import io.agencyos.application.conversion.report.ReportSheets;
import io.agencyos.application.lead.ChosenLeads;
import io.agencyos.application.lead.LeadExport;
import io.agencyos.application.platform.ReadAuditService;
import io.agencyos.application.platform.export.ExportFiles;
import io.agencyos.application.platform.export.Exporting;
import io.agencyos.application.platform.export.FetchExportService;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.platform.usage.ReadVendorCosts;
import java.util.List;
import java.util.stream.Stream;

/** Files that people take out, over the stores in memory. */
public final class ExportsInMemory {

    private final MemoryWorld world;
    private final Exporting.Means means;

    public ExportsInMemory(MemoryWorld world) {
        this.world = world;
        means = new Exporting.Means(new MemoryExportFiles(world.units), world.audit, world.units, world.ids);
    }

    public ExportFiles files() {
        return means.files();
    }

    public List<Flow<?>> flows(DeskWorld desk) {
        Exporting exporting = new Exporting(means);
        ReportSheets reports = new ReportSheets(
                desk.figures(),
                desk.reports().funnelCounts(),
                desk.readings().timeline(),
                new ReadAuditService(world.audit, world.units));
        return Stream.concat(
                        Stream.of(LeadExport.flow(ChosenLeads.of(world.leadQueries), world.units, exporting)),
                        ReportExport.flows(reports, exporting).stream())
                .toList();
    }

    /** What staff takes out; {@code clients} looks at what members work with. */
    public Flow<?> staffFlow(KeepClients clients) {
        return new StaffExport(
                        clients,
                        world.waitlist,
                        new ReadAuditService(world.audit, world.units),
                        world.billing.readRevenue(),
                        new CostSheet(new ReadVendorCosts(world.vendorUsage, world.units), StaffInMemory.costs(world))
                                ::of)
                .flow(new Exporting(means));
    }

    public List<RouteGroup> routes(FlowEngine engine) {
        StartRun start = engine.startRun();
        return List.of(
                new StaffExportRoutes(engine.platform(), new FetchExportService(means, world.clock)),
                new LeadExportRoutes(start),
                new ReportExportRoutes(start),
                new ExportRoutes(new FetchExportService(means, world.clock)));
    }
}
