package io.agencyos.application.outreach.engine;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.calendar.HolidayCalendar;
import io.agencyos.application.outreach.store.ReplyFeedBook;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.StopsInForce;
import io.agencyos.application.platform.Tasks;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.domain.outreach.Courtesy;

/**
 * What the send protocol reads of other contexts, and where it tells what happened.
 *
 * @param told where it tells what happened
 * @param steering what decides how a lead is reached
 * @param brakes what keeps from leaving what is due
 */
public record OutreachWorld(
        Clients clients,
        Campaigns campaigns,
        LeadPorts leads,
        MailboxRepository mailboxes,
        HolidayCalendar holidays,
        Told told,
        Steering steering,
        Brakes brakes) {

    /** Where outreach tells what happened. */
    public record Told(Activities activities, Events events, Tasks tasks) {}

    /**
     * How a lead is reached.
     *
     * @param planning which channels a client has and a lead is given
     * @param learned what was learned and may choose the minute
     * @param variants the texts that clients experiment with
     */
    public record Steering(ChannelPlanning planning, LearnedPreferences learned, StepVariants variants) {}

    /**
     * What keeps from leaving what is due.
     *
     * @param feeds when answers were last read
     * @param stops what staff has stopped
     * @param lines whether vendors answer
     * @param meter what of vendors is paid by use, and how much of it a client may use
     * @param courtesy how many people of one company hear from a client
     */
    public record Brakes(
            ReplyFeedBook feeds, StopsInForce stops, VendorLines lines, VendorMeter meter, Courtesy courtesy) {

        /** Nobody stops anything. */
        public static final Brakes NONE =
                new Brakes(ReplyFeedBook.NONE, StopsInForce.NONE, VendorLines.OPEN, VendorMeter.NONE, Courtesy.NONE);
    }

    /** The world of an installation that sends e-mail alone, that nobody stops and that learns nothing. */
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
                new Told(activities, events, tasks),
                new Steering(ChannelPlanning.byMailboxes(mailboxes), LearnedPreferences.NOTHING, StepVariants.NONE),
                Brakes.NONE);
    }

    public Activities activities() {
        return told.activities();
    }

    public Events events() {
        return told.events();
    }

    public Tasks tasks() {
        return told.tasks();
    }

    public ChannelPlanning planning() {
        return steering.planning();
    }

    public LearnedPreferences learned() {
        return steering.learned();
    }

    public StepVariants variants() {
        return steering.variants();
    }

    public ReplyFeedBook feeds() {
        return brakes.feeds();
    }

    public StopsInForce stops() {
        return brakes.stops();
    }

    public VendorLines lines() {
        return brakes.lines();
    }

    public VendorMeter meter() {
        return brakes.meter();
    }

    public Courtesy courtesy() {
        return brakes.courtesy();
    }

    /** The same, with channels planned so. */
    public OutreachWorld planned(ChannelPlanning channels) {
        return with(new Steering(channels, learned(), variants()));
    }

    /** The same, steered by what was learned, with channels planned so. */
    public OutreachWorld steered(LearnedPreferences preferences, ChannelPlanning channels) {
        return with(new Steering(channels, preferences, variants()));
    }

    /** The same world, in which clients experiment with texts. */
    public OutreachWorld experimenting(StepVariants texts) {
        return with(new Steering(planning(), learned(), texts));
    }

    /** The same world, in which it is known when answers were last read. */
    public OutreachWorld reading(ReplyFeedBook book) {
        return with(new Brakes(book, stops(), lines(), meter(), courtesy()));
    }

    /** The same world, in which staff can stop what leaves. */
    public OutreachWorld stoppedBy(StopsInForce switches) {
        return with(new Brakes(feeds(), switches, lines(), meter(), courtesy()));
    }

    /** The same world, in which it is known whether vendors answer. */
    public OutreachWorld over(VendorLines vendors) {
        return with(new Brakes(feeds(), stops(), vendors, meter(), courtesy()));
    }

    /** The same world, in which what is paid by use is counted. */
    public OutreachWorld metered(VendorMeter counted) {
        return with(new Brakes(feeds(), stops(), lines(), counted, courtesy()));
    }

    /** The same world, in which colleagues hear from a client one after another. */
    public OutreachWorld courteous(Courtesy rule) {
        return with(new Brakes(feeds(), stops(), lines(), meter(), rule));
    }

    private OutreachWorld with(Steering other) {
        return new OutreachWorld(clients, campaigns, leads, mailboxes, holidays, told, other, brakes);
    }

    private OutreachWorld with(Brakes other) {
        return new OutreachWorld(clients, campaigns, leads, mailboxes, holidays, told, steering, other);
    }
}
