package io.agencyos.application.outreach.engine;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.Activities;
import io.agencyos.application.lead.LeadPorts;
import io.agencyos.application.outreach.calendar.HolidayCalendar;
import io.agencyos.application.outreach.store.ReplyFeedBook;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.StopsInForce;
import io.agencyos.application.platform.Tasks;
import io.agencyos.application.resource.MailboxRepository;

/** What the send protocol reads of other contexts, and where it tells what happened. */
public record OutreachWorld(
        Clients clients,
        Campaigns campaigns,
        LeadPorts leads,
        MailboxRepository mailboxes,
        HolidayCalendar holidays,
        Activities activities,
        Events events,
        Tasks tasks,
        ChannelPlanning planning,
        ReplyFeedBook feeds,
        StopsInForce stops,
        LearnedPreferences learned,
        StepVariants variants) {

    /** The world of an installation that nobody stops and that learns nothing. */
    public OutreachWorld(
            Clients clients,
            Campaigns campaigns,
            LeadPorts leads,
            MailboxRepository mailboxes,
            HolidayCalendar holidays,
            Activities activities,
            Events events,
            Tasks tasks,
            ChannelPlanning planning,
            ReplyFeedBook feeds) {
        this(
                clients,
                campaigns,
                leads,
                mailboxes,
                holidays,
                activities,
                events,
                tasks,
                planning,
                feeds,
                StopsInForce.NONE,
                LearnedPreferences.NOTHING,
                StepVariants.NONE);
    }

    /** The world of an installation that sends e-mail alone. */
    public OutreachWorld(
            Clients clients,
            Campaigns campaigns,
            LeadPorts leads,
            MailboxRepository mailboxes,
            HolidayCalendar holidays,
            Activities activities,
            Events events,
            Tasks tasks) {
        this(
                clients,
                campaigns,
                leads,
                mailboxes,
                holidays,
                activities,
                events,
                tasks,
                ChannelPlanning.byMailboxes(mailboxes),
                ReplyFeedBook.NONE);
    }

    /** The same, steered by what was learned, with channels planned so. */
    public OutreachWorld steered(LearnedPreferences preferences, ChannelPlanning channels) {
        return with(channels, feeds, stops, preferences, variants);
    }

    /** The same world, in which it is known when answers were last read. */
    public OutreachWorld reading(ReplyFeedBook book) {
        return with(planning, book, stops, learned, variants);
    }

    /** The same world, in which staff can stop what leaves. */
    public OutreachWorld stoppedBy(StopsInForce switches) {
        return with(planning, feeds, switches, learned, variants);
    }

    /** The same world, in which clients experiment with texts. */
    public OutreachWorld experimenting(StepVariants texts) {
        return with(planning, feeds, stops, learned, texts);
    }

    private OutreachWorld with(
            ChannelPlanning channels,
            ReplyFeedBook book,
            StopsInForce switches,
            LearnedPreferences preferences,
            StepVariants texts) {
        return new OutreachWorld(
                clients,
                campaigns,
                leads,
                mailboxes,
                holidays,
                activities,
                events,
                tasks,
                channels,
                book,
                switches,
                preferences,
                texts);
    }
}
