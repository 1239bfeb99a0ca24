package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.conversion.PostgresLearningSettings;
import io.agencyos.adapters.out.postgres.deal.PostgresCustomers;
import io.agencyos.adapters.out.postgres.deal.PostgresDealOutcomes;
import io.agencyos.adapters.out.postgres.deal.PostgresDeals;
import io.agencyos.application.conversion.InboxPorts;
import io.agencyos.application.conversion.InboxReadings;
import io.agencyos.application.conversion.ReportUseCases;
import io.agencyos.application.deal.DealUseCases;
import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.outreach.stop.StopOutreach;

/** What people read and write down at their desks: answers, meetings and deals, reports. */
final class Desk {

    private final InboxReadings inbox;
    private final DealUseCases deals;
    private final ReportUseCases reports;

    Desk(Basis basis, Stores stores, StopOutreach stopOutreach) {
        inbox = inbox(basis, stores);
        deals = new DealUseCases(dealPorts(stores), stopOutreach, basis.units(), basis.clock(), basis.ids());
        reports = new ReportUseCases(stores.reports, stores.clients, stores.campaigns, basis.units(), basis.clock());
    }

    private static InboxReadings inbox(Basis basis, Stores stores) {
        InboxPorts ports = new InboxPorts(
                stores.conversation.replies(),
                stores.conversation.threads(),
                stores.conversation.tasks(),
                stores.timeline,
                stores.outreach.touches(),
                stores.leads.leads(),
                stores.campaigns,
                stores.audit);
        return new InboxReadings(ports, basis.units(), basis.clock(), basis.ids());
    }

    static DealPorts dealPorts(Stores stores) {
        return new DealPorts(
                stores.meetings,
                stores.bookingTouches,
                stores.meetingOutcomes,
                new PostgresDeals(),
                new PostgresDealOutcomes(),
                new PostgresCustomers(),
                stores.clients,
                stores.leads.leads(),
                stores.leads.people(),
                stores.campaigns,
                stores.conversation.threads(),
                stores.conversation.tasks(),
                stores.activities,
                stores.events,
                stores.audit,
                client -> new PostgresLearningSettings().of(client).horizons().ofATouch());
    }

    InboxReadings inbox() {
        return inbox;
    }

    DealUseCases deals() {
        return deals;
    }

    ReportUseCases reports() {
        return reports;
    }
}
