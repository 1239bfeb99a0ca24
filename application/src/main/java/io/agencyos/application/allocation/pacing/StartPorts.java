package io.agencyos.application.allocation.pacing;

import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.client.Clients;
import io.agencyos.application.outreach.calendar.HolidayCalendar;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.resource.MailboxRepository;

/** From what the lead starts of a client's day are counted. */
public record StartPorts(
        PacingBook book,
        Clients clients,
        Enrolments enrolments,
        MailboxRepository mailboxes,
        Quotas quotas,
        HolidayCalendar holidays) {}
