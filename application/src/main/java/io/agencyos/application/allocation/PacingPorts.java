package io.agencyos.application.allocation;

import io.agencyos.application.campaign.Enrolments;
import io.agencyos.application.client.Clients;
import io.agencyos.application.outreach.Touches;
import io.agencyos.application.outreach.calendar.HolidayCalendar;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Events;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** What pacing needs from outside. */
public record PacingPorts(
        PacingBook book,
        Clients clients,
        Enrolments enrolments,
        Touches touches,
        MailboxRepository mailboxes,
        Events events,
        Alerts alerts,
        HolidayCalendar holidays) {

    /** The use case on these ports. */
    public CheckPacing checkPacing(UnitOfWork units, ClockPort clock, IdSource ids) {
        return new CheckPacingService(this, units, clock, ids);
    }
}
