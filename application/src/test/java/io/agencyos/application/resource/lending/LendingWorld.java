package io.agencyos.application.resource.lending;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.application.shared.UnitOfWork;

/** The stores that lending stands on, all of one kind. */
public record LendingWorld(
        UnitOfWork units,
        LentResources resources,
        SendingNumbers numbers,
        MailboxRepository mailboxes,
        UsedToday used,
        Clients clients,
        Credits credits,
        Alerts alerts,
        Events events,
        Audit audit) {}
