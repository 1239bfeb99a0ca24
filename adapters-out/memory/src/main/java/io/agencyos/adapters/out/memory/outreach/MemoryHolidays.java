package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.calendar.HolidayCalendar;
import io.agencyos.domain.outreach.calendar.Holidays;

/** The holidays that it was made with. */
public record MemoryHolidays(Holidays read) implements HolidayCalendar {}
