package io.agencyos.bootstrap.product;

import io.agencyos.application.lead.ChosenLeads;
import io.agencyos.application.outreach.bulk.BulkLeadActions;
import io.agencyos.application.platform.flow.Flow;
import java.util.List;

/** What people do to many leads with one order. */
final class Bulk {

    private Bulk() {}

    static List<Flow<?>> flows(Product product) {
        Stores stores = product.stores();
        return new BulkLeadActions(new BulkLeadActions.Means(
                        stores.leads.leads(),
                        ChosenLeads.of(stores.leadQueries),
                        stores.activities,
                        product::end,
                        product.suppressions().suppressNow(),
                        (client, campaign, leads) ->
                                product.allocation().assignNamedLeads().assign(client, campaign, leads),
                        stores.audit,
                        product.basis().ids()))
                .flows();
    }
}
