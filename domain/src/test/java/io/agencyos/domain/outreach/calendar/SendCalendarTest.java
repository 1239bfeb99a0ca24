package io.agencyos.domain.outreach.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.outreach.calendar.SendCalendars.Clocks;
import io.agencyos.domain.outreach.touch.TouchKeys;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendCalendarTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Country AU = Country.AUSTRALIA;
    private static final Holidays EASTER = new Holidays(List.of(
            new Holidays.Day(AU, null, LocalDate.of(2026, 4, 3), "Good Friday"),
            new Holidays.Day(AU, null, LocalDate.of(2026, 4, 6), "Easter Monday"),
            new Holidays.Day(AU, "VIC", LocalDate.of(2026, 3, 9), "Labour Day")));
    private static final UUID ENROLMENT = UUID.fromString("018f3c1e-7b2a-7c3d-9e4f-0123456789ab");

    private static SendCalendar of(Channel channel, LeadPlace place) {
        return SendCalendars.campaign(channel, Clocks.of(place, SYDNEY), WorkHours.DEFAULT, EASTER);
    }

    private static SendCalendar in(Channel channel, String zone) {
        return of(channel, new LeadPlace(ZoneId.of(zone), AU, "NSW", true));
    }

    private static Instant sydney(String local) {
        return LocalDateTime.parse(local).atZone(SYDNEY).toInstant();
    }

    @Test // outreach 3.4 inputs_hash: the same for the same facts, in every process
    void equal_calendars_read_the_same_and_say_whose_holidays_they_keep() {
        LeadPlace sydney = new LeadPlace(SYDNEY, AU, "NSW", true);
        assertThat(SendCalendars.campaign(
                                Channel.EMAIL, Clocks.of(sydney, SYDNEY), WorkHours.DEFAULT, new Holidays(List.of()))
                        .toString())
                .isEqualTo(of(Channel.EMAIL, sydney).toString())
                .isEqualTo(
                        "Australia/Sydney 1 09:00-11:00 2 09:00-11:00 3 09:00-11:00 4 09:00-11:00 5 09:00-11:00 but AU"
                                + " NSW");
        assertThat(of(Channel.VOICE, new LeadPlace(SYDNEY, AU, null, true)).toString())
                .contains("1 09:00-12:00+13:00-17:00", "by law in [Australia/Sydney] 1 09:00-20:00", "6 09:00-17:00")
                .endsWith("but AU");
        assertThat(of(Channel.MAIL, sydney).toString()).endsWith("but none");
        assertThat(of(Channel.LINKEDIN, sydney).toString()).endsWith("but AU");
    }

    @ParameterizedTest // outreach 5.3 worked conversions
    @CsvSource({
        "Australia/Sydney,2026-03-02,2026-03-01T22:00:00Z",
        "Australia/Brisbane,2026-03-02,2026-03-01T23:00:00Z",
        "Australia/Adelaide,2026-03-02,2026-03-01T22:30:00Z",
        "Australia/Darwin,2026-03-02,2026-03-01T23:30:00Z",
        "Australia/Perth,2026-03-02,2026-03-02T01:00:00Z",
        "Australia/Sydney,2026-07-06,2026-07-05T23:00:00Z"
    })
    void the_email_window_opens_on_the_leads_clock(String zone, LocalDate date, Instant opens) {
        SendCalendar calendar = in(Channel.EMAIL, zone);
        assertThat(calendar.nextOpening(date)).contains(opens);
        assertThat(calendar.at(opens.plusSeconds(2 * 3600 - 1))).isEqualTo(SendCalendar.Closure.OPEN);
        assertThat(calendar.at(opens.plusSeconds(2 * 3600))).isEqualTo(SendCalendar.Closure.OUTSIDE_WINDOW);
    }

    @ParameterizedTest // outreach 5.3 nextOpening
    @CsvSource({
        "2026-03-03T10:20:00,2026-03-03T10:20:00", "2026-03-03T12:30:00,2026-03-03T13:00:00",
        "2026-03-03T17:00:00,2026-03-04T09:00:00", "2026-03-07T10:00:00,2026-03-09T09:00:00",
        "2026-04-02T17:30:00,2026-04-07T09:00:00"
    })
    void a_call_waits_for_the_next_opening(String from, String opening) {
        assertThat(in(Channel.VOICE, "Australia/Sydney").nextOpening(sydney(from)))
                .contains(sydney(opening));
    }

    @Test // outreach 5.1, 5.2
    void a_mobile_of_unknown_state_is_called_only_while_every_zone_allows_it() {
        var unknown = new LeadPlace(SYDNEY, AU, null, false);
        SendCalendar answers = SendCalendars.reply(Channel.SMS, Clocks.of(unknown, SYDNEY), EASTER);
        LocalDate summer = LocalDate.of(2026, 1, 15);
        assertThat(answers.open(summer).windows()).singleElement().satisfies(window -> {
            assertThat(window.start()).isEqualTo(LocalTime.of(12, 0));
            assertThat(window.end()).isEqualTo(LocalTime.of(20, 0));
        });
        assertThat(of(Channel.VOICE, unknown).at(sydney("2026-01-15T11:59:00")))
                .isEqualTo(SendCalendar.Closure.LEGAL_HOURS);
    }

    @Test // outreach 5.2, 5.4
    void the_law_knows_no_sundays_and_state_holidays_close_their_state_alone() {
        SendCalendar sms = in(Channel.SMS, "Australia/Sydney");
        assertThat(sms.at(sydney("2026-03-08T10:00:00"))).isEqualTo(SendCalendar.Closure.LEGAL_HOURS);
        assertThat(sms.at(sydney("2026-04-03T10:00:00"))).isEqualTo(SendCalendar.Closure.PUBLIC_HOLIDAY);
        assertThat(sms.at(sydney("2026-03-09T10:00:00"))).isEqualTo(SendCalendar.Closure.OPEN);
        var victoria = new LeadPlace(ZoneId.of("Australia/Melbourne"), AU, "VIC", true);
        assertThat(of(Channel.SMS, victoria).at(sydney("2026-03-09T10:00:00")))
                .isEqualTo(SendCalendar.Closure.PUBLIC_HOLIDAY);
        assertThat(in(Channel.LINKEDIN, "Australia/Sydney").at(sydney("2026-03-07T09:00:00")))
                .isEqualTo(SendCalendar.Closure.OPEN);
    }

    @ParameterizedTest // outreach 5.5 worked
    @CsvSource({
        "1,EMAIL,1,EMAIL,2026-03-02T09:31:00", "5,SMS,1,SMS,2026-03-02T11:19:00",
        "2,VOICE,1,VOICE,2026-03-02T10:15:00", "2,VOICE,2,VOICE,2026-03-02T13:12:00"
    })
    void a_touch_has_its_own_minute(int step, TouchKind kind, int attempt, Channel channel, String at) {
        String key = TouchKeys.idempotencyKey(ENROLMENT, step, kind, attempt);
        assertThat(in(channel, "Australia/Sydney").slotOn(LocalDate.of(2026, 3, 2), key))
                .contains(sydney(at));
    }

    @Property // scoring TIME-4
    void a_slot_is_never_past_and_never_outside_a_window(
            @ForAll @IntRange(max = 6) int zone,
            @ForAll @IntRange(max = 4) int channel,
            @ForAll @IntRange(max = 525_600) int minute,
            @ForAll String key) {
        ZoneId where = LeadPlaces.AUSTRALIAN_ZONES.get(zone);
        SendCalendar calendar = of(Channel.values()[channel], new LeadPlace(where, AU, null, zone % 2 == 0));
        Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute);
        assertThat(calendar.slotFrom(now, key)).hasValueSatisfying(slot -> {
            assertThat(slot).isAfterOrEqualTo(now);
            assertThat(calendar.at(slot)).isEqualTo(SendCalendar.Closure.OPEN);
        });
    }

    @ParameterizedTest // outreach 5.1, scoring TIME-1
    @CsvSource(
            nullValues = "-",
            value = {
                "-,wa,AU,-,Australia/Perth", "-,Western Australia,AU,-,Australia/Perth",
                        "-,WA,US,-,America/Los_Angeles",
                "-,-,NZ,-,Pacific/Auckland", "-,-,-,+61355500100,Australia/Melbourne",
                        "-,-,-,+61491570006,Australia/Sydney",
                "nonsense,tas,AU,-,Australia/Hobart", "Europe/London,NSW,AU,-,Europe/London", "-,-,GB,-,Europe/London"
            })
    void the_first_source_that_is_understood_gives_the_zone(
            String own, String state, String country, String phone, String zone) {
        var person = new LeadPlaces.Address(state, country == null ? null : new Country(country));
        LeadPlace place = LeadPlaces.resolve(
                own, person, LeadPlaces.Address.UNKNOWN, phone == null ? null : new PhoneNumber(phone), SYDNEY);
        assertThat(place.zone()).isEqualTo(ZoneId.of(zone));
    }

    @Test // outreach 10.4, 10.6: the product's windows of calls, and the law's for who asked to be called
    void what_is_open_says_when_it_closes() {
        SendCalendar calls = in(Channel.VOICE, "Australia/Sydney");
        assertThat(calls.closes(sydney("2026-03-02T11:50:00"))).contains(sydney("2026-03-02T12:00:00"));
        assertThat(calls.closes(sydney("2026-03-02T12:30:00"))).isEmpty();
        var place = new LeadPlace(SYDNEY, AU, "NSW", true);
        assertThat(SendCalendars.reply(Channel.VOICE, Clocks.of(place, SYDNEY), EASTER)
                        .closes(sydney("2026-03-02T12:30:00")))
                .contains(sydney("2026-03-02T20:00:00"));
    }

    @Test // outreach 1.1 empty_send_window
    void work_hours_that_leave_a_channel_no_window_are_refused() {
        var evenings = new WorkHours(LocalTime.of(12, 0), LocalTime.of(13, 0), WorkHours.DEFAULT.days());
        assertThat(SendCalendars.emptied(Set.of(Channel.SMS, Channel.VOICE), evenings))
                .contains(Channel.VOICE);
        assertThat(SendCalendars.emptied(Set.of(Channel.SMS, Channel.LINKEDIN), evenings))
                .isEmpty();
    }
}
