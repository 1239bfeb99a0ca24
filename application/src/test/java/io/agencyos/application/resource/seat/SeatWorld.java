package io.agencyos.application.resource.seat;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.UnitOfWork;

/** The stores that seats stand on, all of one kind. */
public record SeatWorld(
        UnitOfWork units,
        Seats seats,
        SeatConnections connections,
        SeatUsage usage,
        Quotas quotas,
        Clients clients,
        Credits credits,
        Leads leads,
        Alerts alerts,
        Events events,
        Audit audit) {}
