package io.agencyos.application.outreach.engine;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.calendar.LeadPlace;
import io.agencyos.domain.outreach.calendar.LeadPlaces;
import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.calendar.SendCalendars;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Where a lead is and when it may be reached there. */
public final class Places {

    private Places() {}

    public static LeadPlace of(@Nullable Lead lead, ZoneId client) {
        if (lead == null) {
            return LeadPlaces.resolve(null, LeadPlaces.Address.UNKNOWN, LeadPlaces.Address.UNKNOWN, null, client);
        }
        return LeadPlaces.resolve(
                lead.timezone() == null ? null : lead.timezone().getId(),
                new LeadPlaces.Address(lead.person().state(), lead.person().country()),
                new LeadPlaces.Address(lead.company().state(), lead.company().country()),
                lead.contact().phone(),
                client);
    }

    public static SendCalendar calendar(Touch touch, @Nullable Campaign campaign, LeadPlace place, Setting setting) {
        Channel channel = touch.kind().channel();
        return touch.origin() == TouchOrigin.REPLY
                ? SendCalendars.reply(channel, clocks(place, setting), setting.holidays())
                : calendar(channel, campaign, place, setting);
    }

    /** Of a call that its person asked for: whenever the law allows it. Source: outreach 10.6. */
    public static SendCalendar askedCall(LeadPlace place, Setting setting) {
        return SendCalendars.reply(Channel.VOICE, clocks(place, setting), setting.holidays());
    }

    public static SendCalendar calendar(
            Channel channel, @Nullable Campaign campaign, LeadPlace place, Setting setting) {
        WorkHours hours =
                campaign == null ? WorkHours.DEFAULT : campaign.settings().workHours();
        return SendCalendars.campaign(channel, clocks(place, setting), hours, setting.holidays());
    }

    private static SendCalendars.Clocks clocks(LeadPlace place, Setting setting) {
        return SendCalendars.Clocks.of(place, setting.zone());
    }
}
