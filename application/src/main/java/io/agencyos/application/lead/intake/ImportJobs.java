package io.agencyos.application.lead.intake;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** Imports that run as jobs: the flow, and what orders it. The engine stands between the two. */
public final class ImportJobs {

    private final ImportLeadsService imports;
    private final ImportFiles kept;
    private final LeadFiles files;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    ImportJobs(
            ImportLeadsService imports,
            ImportFiles kept,
            LeadFiles files,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.imports = imports;
        this.kept = kept;
        this.files = files;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    public Flow<?> flow() {
        return new LeadImportJob(imports, kept, files, units).flow();
    }

    public UploadLeads uploads(StartRun start) {
        return new UploadLeadsService(imports, kept, files, start, units, clock, ids);
    }
}
