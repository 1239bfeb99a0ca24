package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.clicksend.ClickSend;
import io.agencyos.adapters.out.memory.outreach.MemoryHolidays;
import io.agencyos.adapters.out.postoffice.PostOffice;
import io.agencyos.adapters.out.unipile.Unipile;
import io.agencyos.adapters.out.vapi.Vapi;
import io.agencyos.application.conversation.ConversationUseCases;
import io.agencyos.application.conversation.inbox.ChannelSources;
import io.agencyos.application.conversation.inbox.InboundHooks;
import io.agencyos.application.conversation.inbox.ReplyFeeds;
import io.agencyos.application.conversation.world.CallWorld;
import io.agencyos.application.conversation.world.ChannelWorld;
import io.agencyos.application.conversation.world.ConversationWorld;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.outreach.OutreachUseCases;
import io.agencyos.application.outreach.channel.CallLines;
import io.agencyos.application.outreach.channel.LinkedInLines;
import io.agencyos.application.outreach.channel.PostLines;
import io.agencyos.application.outreach.channel.TextLines;
import io.agencyos.application.outreach.engine.ChannelPlanning;
import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.linkedin.LinkedInOutlet;
import io.agencyos.application.outreach.linkedin.LinkedInPorts;
import io.agencyos.application.outreach.linkedin.WithdrawInvitations;
import io.agencyos.application.outreach.mail.MailOutlet;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.phone.TextOutlet;
import io.agencyos.application.outreach.phone.TextPorts;
import io.agencyos.application.outreach.phone.VoiceOutlet;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.post.PostOutlet;
import io.agencyos.application.outreach.post.PostPorts;
import io.agencyos.application.outreach.wash.DoNotCallStandings;
import io.agencyos.application.outreach.wash.WashedNumbers;
import io.agencyos.application.resource.EverySender;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.resource.seat.HearSeats;
import io.agencyos.application.resource.seat.KeepSeats;
import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.resource.seat.SeatUseCases;
import io.agencyos.application.scoring.ScoringUseCases;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversation.rules.RuleClassifier;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The product's use cases as one process of a world has them, on these transactions and by this sender. */
record WorldProduct(
        OutreachUseCases outreach,
        ConversationUseCases conversation,
        ScoreLeads scoring,
        KeepSeats seats,
        WithdrawInvitations withdrawals) {

    /** The same days off whatever the stores are. */
    private static final MemoryHolidays HOLIDAYS = new MemoryHolidays(new Holidays(List.of(
            national(LocalDate.of(2026, 4, 3), "Good Friday"),
            national(LocalDate.of(2026, 4, 6), "Easter Monday"),
            national(LocalDate.of(2026, 12, 25), "Christmas Day"))));

    private static Holidays.Day national(LocalDate date, String name) {
        return new Holidays.Day(Country.AUSTRALIA, null, date, name);
    }

    /**
     * What is the same for every process of a world.
     *
     * @param seatLinking what links seats; empty where nobody has one
     */
    record Surroundings(
            WorldStores stores,
            WorldTime time,
            IdSource ids,
            UnsubscribeLinks links,
            InboundHooks hooks,
            ReplyFeeds feeds,
            ChannelSources sources,
            Optional<SeatLinking> seatLinking) {

        WorldProduct process(UnitOfWork units, WorldLines lines) {
            WorldChannels channels = stores.channels();
            OutreachWorld world = world();
            SeatUseCases seats = channels.seatUseCases(stores, seatLinking, units, time, ids);
            LinkedInPorts acting = acting(lines, seats.hearSeats());
            VoicePorts calling = calling(lines);
            OutreachUseCases outreach = new OutreachUseCases(
                    stores.outreach(), world, outlets(world, lines, acting, calling), units, time, ids, time::nanos);
            ConversationUseCases conversation = new ConversationUseCases(
                    stores.conversation(),
                    new ConversationWorld(
                            stores.leads(),
                            stores.activities(),
                            stores.events(),
                            stores.clients(),
                            stores.campaigns(),
                            stores.outreach().enrolments(),
                            outreach.stopOutreach(),
                            outreach.acceptEvidence(),
                            outreach.adaptSteps(),
                            ResourceUseCases.judgeDomains(
                                    stores.domains(), stores.breakers(), stores.events(), time, ids),
                            seats.hearSeats(),
                            new ChannelWorld(
                                    sources,
                                    stores.outreach().touches(),
                                    channels.seats(),
                                    channels.connections(),
                                    channels.feeds(),
                                    channels.alerts(),
                                    new CallWorld(
                                            outreach.concludeCalls(calling, channels.archive()),
                                            channels.calls(),
                                            channels.archive()))),
                    hooks,
                    feeds,
                    new RuleClassifier()::classify,
                    links,
                    units,
                    time,
                    ids);
            ScoreLeads scoring = ScoringUseCases.scoreLeads(
                    stores.leads(),
                    stores.scoring().scores(),
                    stores.scoring().weights(),
                    stores.scoring().choices(),
                    stores.scoring().buyers(),
                    stores.clients(),
                    stores.campaigns(),
                    stores.events(),
                    time,
                    ids);
            WithdrawInvitations withdrawals =
                    WithdrawInvitations.over(acting, stores.leads().leads(), stores.activities(), units, time);
            return new WorldProduct(outreach, conversation, scoring, seats.keepSeats(), withdrawals);
        }

        private OutreachWorld world() {
            return new OutreachWorld(
                            stores.clients(),
                            stores.campaigns(),
                            stores.leads(),
                            stores.mailboxes(),
                            HOLIDAYS,
                            stores.activities(),
                            stores.events(),
                            stores.tasks())
                    .planned(new ChannelPlanning(
                            senders(stores),
                            Optional.empty(),
                            Optional.of(stores.channels().post())))
                    .reading(stores.channels().feeds());
        }

        private List<Outlet> outlets(OutreachWorld world, WorldLines lines, LinkedInPorts acting, VoicePorts calling) {
            Outlet mail = new MailOutlet(stores.outreach(), world, mailbox -> lines.mail(), links);
            return lines.others().isEmpty()
                    ? List.of(mail)
                    : List.of(
                            mail,
                            new TextOutlet(stores.outreach(), texting(lines)),
                            new VoiceOutlet(stores.outreach(), calling),
                            new LinkedInOutlet(stores.outreach(), acting),
                            new PostOutlet(posting(lines)));
        }

        private TextPorts texting(WorldLines lines) {
            return new TextPorts(
                    stores.channels().numbers(),
                    number -> lines.others()
                            .filter(rest -> number.provider().equals(ClickSend.VENDOR))
                            .map(rest -> new TextLines.Line(ClickSend.VENDOR, rest.texts())),
                    register(),
                    stores.channels().addresses());
        }

        private PostPorts posting(WorldLines lines) {
            return new PostPorts(
                    stores.channels().post(),
                    client -> lines.others().map(rest -> new PostLines.Line(PostOffice.VENDOR, rest.letters())),
                    stores.channels().addresses(),
                    stores.units());
        }

        private VoicePorts calling(WorldLines lines) {
            return new VoicePorts(
                    stores.channels().numbers(),
                    number -> lines.others()
                            .filter(rest -> number.provider().equals(Vapi.VENDOR))
                            .map(rest -> new CallLines.Line(Vapi.VENDOR, rest.calls())),
                    register(),
                    stores.channels().addresses(),
                    stores.channels().calls());
        }

        private DoNotCallStandings register() {
            return new WashedNumbers(stores.channels().washes(), time);
        }

        private LinkedInPorts acting(WorldLines lines, HearSeats hear) {
            return new LinkedInPorts(
                    stores.channels().seats(),
                    stores.channels().connections(),
                    stores.channels().usage(),
                    stores.channels().addresses(),
                    client -> lines.others().map(rest -> new LinkedInLines.Line(Unipile.VENDOR, rest.acts())),
                    stores.channels().refs(),
                    hear,
                    ids);
        }
    }

    /** What a client of a world can send from. */
    static EverySender senders(WorldStores stores) {
        return new EverySender(
                stores.mailboxes(),
                stores.channels().numbers(),
                WorldProduct::uses,
                stores.channels().seats(),
                client -> stores.channels().post().account(client).posts(),
                Set.of(Channel.EMAIL, Channel.SMS, Channel.VOICE, Channel.LINKEDIN, Channel.MAIL));
    }

    private static Set<Channel> uses(SendingNumber number) {
        return Set.of(number.provider().equals(ClickSend.VENDOR) ? Channel.SMS : Channel.VOICE);
    }
}
