package io.agencyos.application.lead.privacy;

import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.EndLead;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.export.ExportFiles;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/**
 * What answering people needs.
 *
 * @param end stops outreach to a lead and gives its person back to the pool
 * @param files that may carry the person out of the house
 */
public record PrivacyPorts(
        PrivacyRequests requests,
        PersonRecords records,
        Suppressions suppressions,
        EndLead end,
        ExportFiles files,
        Clients clients,
        Sealer sealer,
        Audit audit,
        UnitOfWork units,
        ClockPort clock,
        IdSource ids) {}
