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
 */
public record BillingPorts(
        Clients clients,
        Credits credits,
        FoundingSpots spots,
        PauseSurplusCampaigns surplus,
        Alerts alerts,
        Events events,
        Audit audit) {}
