package io.agencyos.application.allocation;

import io.agencyos.application.lead.ChosenLeads;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.outreach.bulk.BulkLeadActions;
import io.agencyos.application.outreach.suppression.SuppressionUseCases;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.shared.PublishedSuffixes;
import java.util.List;
import java.util.UUID;

/** The actions on many leads, over the stores of a scenario. */
public final class BulkBook {

    private BulkBook() {}

    public static List<Flow<?>> flows(AllocationScenario scenario, LeadQueries queries) {
        AllocationScenario.Stores on = scenario.on();
        SuppressionUseCases suppressions = new SuppressionUseCases(
                on.world().leads(),
                on.world().clients(),
                on.world().campaigns(),
                on.outreach().enrolments(),
                scenario.outreach().stopOutreach(),
                on.audit(),
                on.world().tasks(),
                PublishedSuffixes.identityKeys(),
                on.units(),
                scenario::now,
                UUID::randomUUID);
        return new BulkLeadActions(new BulkLeadActions.Means(
                        on.world().leads().leads(),
                        ChosenLeads.of(queries),
                        on.world().activities(),
                        scenario.editing().ending(),
                        suppressions.suppressNow(),
                        scenario.allocation().assignNamedLeads()::assign,
                        on.audit(),
                        UUID::randomUUID))
                .flows();
    }
}
