package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.memory.outreach.MemoryHolidays;
import io.agencyos.application.conversation.ConversationUseCases;
import io.agencyos.application.conversation.ConversationWorld;
import io.agencyos.application.conversation.InboundHooks;
import io.agencyos.application.conversation.ReplyFeeds;
import io.agencyos.application.lead.ScoreLeads;
import io.agencyos.application.outreach.EmailSender;
import io.agencyos.application.outreach.OutreachUseCases;
import io.agencyos.application.outreach.OutreachWorld;
import io.agencyos.application.outreach.UnsubscribeLinks;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.resource.seat.HearSeats;
import io.agencyos.application.resource.seat.LinkSeat;
import io.agencyos.application.scoring.ScoringUseCases;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversation.rules.RuleClassifier;
import io.agencyos.domain.outreach.Holidays;
import io.agencyos.domain.resource.SeatSignal;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Country;
import io.agencyos.domain.shared.SeatId;
import java.time.LocalDate;
import java.util.List;

/** The product's use cases as one process of a world has them, on these transactions and by this sender. */
record WorldProduct(OutreachUseCases outreach, ConversationUseCases conversation, ScoreLeads scoring) {

    /** The same days off whatever the stores are. */
    private static final MemoryHolidays HOLIDAYS = new MemoryHolidays(new Holidays(List.of(
            national(LocalDate.of(2026, 4, 3), "Good Friday"),
            national(LocalDate.of(2026, 4, 6), "Easter Monday"),
            national(LocalDate.of(2026, 12, 25), "Christmas Day"))));

    private static Holidays.Day national(LocalDate date, String name) {
        return new Holidays.Day(Country.AUSTRALIA, null, date, name);
    }

    /** Nobody links a seat in these worlds. */
    private static final class NoSeats implements HearSeats {

        @Override
        public void changed(ClientId client, String accountRef, SeatSignal signal) {
            // no account is linked to a seat
        }

        @Override
        public void changed(ClientId client, SeatId seat, SeatSignal signal) {
            // nobody has a seat
        }

        @Override
        public LinkSeat.Linked linked(ClientId client, String token, String accountRef) {
            throw new IllegalStateException("no link was given out");
        }
    }

    /** What is the same for every process of a world. */
    record Surroundings(
            WorldStores stores,
            WorldTime time,
            IdSource ids,
            UnsubscribeLinks links,
            InboundHooks hooks,
            ReplyFeeds feeds) {

        WorldProduct process(UnitOfWork units, EmailSender sender) {
            OutreachWorld world = new OutreachWorld(
                    stores.clients(),
                    stores.campaigns(),
                    stores.leads(),
                    stores.mailboxes(),
                    HOLIDAYS,
                    stores.activities(),
                    stores.events(),
                    stores.tasks());
            OutreachUseCases outreach = new OutreachUseCases(
                    stores.outreach(), world, mailbox -> sender, links, units, time, ids, time::nanos);
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
                            ResourceUseCases.judgeDomains(stores.domains(), stores.events(), time, ids),
                            new NoSeats(),
                            stores.channels().apply(outreach)),
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
            return new WorldProduct(outreach, conversation, scoring);
        }
    }
}
