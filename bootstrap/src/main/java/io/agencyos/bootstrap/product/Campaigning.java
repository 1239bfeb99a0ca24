package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.conversion.PostgresFigures;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.conversion.report.CountCampaigns;

/** Campaigns, which begin and end what the outreach loop does for them. */
final class Campaigning {

    private Campaigning() {}

    static CampaignUseCases of(Product product) {
        Basis basis = product.basis();
        Stores stores = product.stores();
        CampaignPorts ports = new CampaignPorts(
                stores.clients,
                stores.credits,
                stores.triggers.over(stores.campaigns),
                stores.outreach.enrolments(),
                stores.consents,
                stores.senders,
                stores.outreach.touches()::inFlight,
                (client, campaign) -> product.outreach().startEnrolments().start(client, campaign),
                (client, campaign) -> product.outreach().endEnrolments().end(client, campaign),
                stores.events,
                stores.audit,
                () -> product.outside().publicUrl().isPresent(),
                stores.preferences.sequences(),
                new CountCampaigns(new PostgresFigures()));
        return new CampaignUseCases(
                ports,
                basis.units(),
                basis.clock(),
                basis.ids(),
                edits -> (scope, campaign, version, settings, origin) -> product.outreach()
                        .modeSwitches()
                        .followed(edits)
                        .edit(scope, campaign, version, settings, origin));
    }
}
