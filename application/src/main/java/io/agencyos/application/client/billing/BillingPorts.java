package io.agencyos.application.client.billing;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;

/**
 * What subscriptions need from outside.
 *
 * @param surplus pauses what a smaller plan has no slot for
 * @param revenue what every client pays, line by line
 * @param heldUp days on which clients were held up by us
 */
public record BillingPorts(
        Clients clients,
        Credits credits,
        FoundingSpots spots,
        RevenueLedger revenue,
        PauseSurplusCampaigns surplus,
        HeldUpDays heldUp,
        Alerts alerts,
        Events events,
        Audit audit) {}
