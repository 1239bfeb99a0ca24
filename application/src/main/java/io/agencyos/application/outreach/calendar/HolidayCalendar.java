package io.agencyos.application.outreach.calendar;

import io.agencyos.domain.outreach.calendar.Holidays;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The dated table of public holidays. Opens its own short transaction; keep the answer for a while. Source: outreach 5.4. */
@SecondaryPort
public interface HolidayCalendar {

    Holidays read();
}
