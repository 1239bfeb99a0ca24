package io.agencyos.application.resource.lending;

import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.resource.MailboxRepository;

/** What lending needs from outside. */
public record LendingPorts(
        LentResources resources,
        MailboxRepository mailboxes,
        UsedToday used,
        Clients clients,
        Alerts alerts,
        Events events,
        Audit audit,
        NumberShops shops) {}
