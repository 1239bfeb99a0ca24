package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.calendar.HolidayCalendar;
import io.agencyos.domain.outreach.Holidays;

/** The holidays that it was made with. */
public record MemoryHolidays(Holidays read) implements HolidayCalendar {}
