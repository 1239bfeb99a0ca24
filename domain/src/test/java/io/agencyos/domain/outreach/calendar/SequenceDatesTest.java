package io.agencyos.domain.outreach.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.campaign.enrolment.DueDates;
import io.agencyos.domain.campaign.sequence.DefaultSequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.outreach.calendar.SendCalendars.Clocks;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On which dates the steps of a sequence fall where every one of them is taken on its day. Source: outreach 2.4 worked. */
class SequenceDatesTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final LeadPlace NSW = new LeadPlace(SYDNEY, Country.AUSTRALIA, "NSW", true);
    private static final Holidays EASTER = new Holidays(List.of(
            new Holidays.Day(Country.AUSTRALIA, null, LocalDate.of(2026, 4, 3), "Good Friday"),
            new Holidays.Day(Country.AUSTRALIA, null, LocalDate.of(2026, 4, 6), "Easter Monday")));

    /** First sendable date for the channel, from the planned one on. */
    private static LocalDate due(Channel channel, LocalDate planned) {
        SendCalendar calendar = SendCalendars.campaign(channel, Clocks.of(NSW, SYDNEY), WorkHours.DEFAULT, EASTER);
        return calendar.localDate(calendar.nextOpening(planned).orElseThrow());
    }

    @Test // outreach 2.2, 2.4 worked: NSW, D0 = Mon 2 Mar 2026
    void the_default_sequence_falls_on_its_worked_dates() {
        LocalDate first = LocalDate.of(2026, 3, 2);
        List<LocalDate> planned = new ArrayList<>();
        List<LocalDate> due = new ArrayList<>();
        LocalDate last = null;
        int lastOffset = 0;
        for (SequenceStep step :
                DefaultSequence.steps(Set.of(Channel.EMAIL, Channel.VOICE, Channel.LINKEDIN, Channel.SMS))) {
            planned.add(DueDates.planned(first, step.dayOffset(), last, lastOffset));
            due.add(due(step.channel(), planned.getLast()));
            last = due.getLast();
            lastOffset = step.dayOffset();
        }

        assertThat(planned)
                .extracting(LocalDate::toString)
                .containsExactly("2026-03-02", "2026-03-05", "2026-03-07", "2026-03-10", "2026-03-14");
        assertThat(due)
                .as("LinkedIn on a Saturday, the text on Monday")
                .extracting(LocalDate::toString)
                .containsExactly("2026-03-02", "2026-03-05", "2026-03-07", "2026-03-10", "2026-03-16");
    }

    @Test // outreach 2.4 worked (holiday)
    void a_call_that_falls_on_good_friday_waits_until_after_easter_and_pushes_the_next_step() {
        LocalDate goodFriday = LocalDate.of(2026, 4, 3);
        LocalDate called = due(Channel.VOICE, goodFriday);
        assertThat(called).isEqualTo("2026-04-07");
        assertThat(DueDates.planned(goodFriday.minusDays(3), 5, called, 3)).isEqualTo("2026-04-09");
    }
}
