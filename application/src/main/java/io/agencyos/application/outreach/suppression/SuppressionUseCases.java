package io.agencyos.application.outreach.suppression;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Tasks;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.contact.IdentityKeys;

/** The suppression list, wired by hand; bootstrap and tests hand in the ports. */
public final class SuppressionUseCases {

    private final KeepSuppressions keep;
    private final CheckSuppressions check;
    private final SuppressNow now;

    public SuppressionUseCases(
            LeadPorts leads,
            Clients clients,
            Campaigns campaigns,
            Enrolments enrolments,
            StopOutreach stops,
            Audit audit,
            Tasks tasks,
            IdentityKeys keys,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        check = new CheckSuppressionsService(leads.suppressions(), clients, keys, units, clock);
        SuppressionSweep sweep = new SuppressionSweep(enrolments, campaigns, leads.leads(), stops);
        now = new SuppressNowService(leads.suppressions(), sweep, new SuppressionKeys(keys), clock, ids);
        keep = new KeepSuppressionsService(
                leads.suppressions(),
                leads.leads(),
                clients,
                audit,
                sweep,
                new LikeNamedCompanies(enrolments, campaigns, leads.leads(), tasks, ids),
                new SuppressionKeys(keys),
                units,
                clock,
                ids);
    }

    public CheckSuppressions checkSuppressions() {
        return check;
    }

    public KeepSuppressions keepSuppressions() {
        return keep;
    }

    public SuppressNow suppressNow() {
        return now;
    }
}
