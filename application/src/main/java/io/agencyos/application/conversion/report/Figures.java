package io.agencyos.application.conversion.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Counts over what happened, each in one question to the store. Test sends and mere looks at a profile are no touches;
 * answers of machines are no replies. Needs an open unit of work of the tenant. Source: api 9.9.
 */
@SecondaryPort
public interface Figures {

    /** Answers of machines: they count as no reply. */
    Set<Intent> AUTOMATIC = Set.of(Intent.AUTO_REPLY, Intent.OUT_OF_OFFICE);

    /**
     * Over what is counted.
     *
     * @param zone whose days and hours are counted in
     * @param until exclusive
     * @param campaign null for every campaign
     */
    record Over(
            ClientId client,
            ZoneId zone,
            Instant from,
            Instant until,
            @Nullable CampaignId campaign,
            Instant now) {}

    /** By what touches are told apart, beside their channel. */
    enum Cut {
        /** Not at all: the key is empty. */
        NOTHING,
        /** The day on which they were sent, such as 2026-03-01. */
        DAY,
        /** Day of the week and hour at which they were sent, such as 1-09 for Monday at nine. */
        HOUR_OF_WEEK,
        /** The step of the sequence, such as 3. */
        STEP
    }

    /**
     * The touches sent in the span, by key and channel, and what became of them until now, each counted once.
     *
     * @param replied touches that a person answered
     */
    record Sent(
            String key, Channel channel, int sent, int delivered, int opened, int clicked, int replied, int bounced) {

        /** Both counted together; key and channel are this one's. */
        public Sent plus(Sent other) {
            return new Sent(
                    key,
                    channel,
                    sent + other.sent,
                    delivered + other.delivered,
                    opened + other.opened,
                    clicked + other.clicked,
                    replied + other.replied,
                    bounced + other.bounced);
        }
    }

    Comparator<Sent> ORDER_OF_SENT = comparing(Sent::key).thenComparing(Sent::channel);

    /** In the order of key and channel. */
    List<Sent> sent(Over over, Cut cut);

    /**
     * Steps of a campaign's sequence that were refused in the span for good; no touch of them will ever be sent.
     *
     * @param stepNo the step of the sequence that its lead is on
     * @param channel the channel that this step is meant for
     */
    record Refused(int stepNo, Channel channel, int count) {}

    Comparator<Refused> ORDER_OF_REFUSED = comparing(Refused::stepNo).thenComparing(Refused::channel);

    /** In the order of step and channel; of every campaign where none is named. */
    List<Refused> refused(Over over);

    /** What leads did in the span. */
    enum Kind {
        REPLY,
        BOOKING,
        UNSUBSCRIBED,
        CONVERTED
    }

    /** @param channel null where it is not known */
    record Event(LocalDate day, @Nullable Channel channel, Kind kind, int count) {}

    Comparator<Event> ORDER_OF_EVENTS =
            comparing(Event::day).thenComparing(Event::kind).thenComparing(Event::channel, nullsLast(naturalOrder()));

    /** By day, kind and channel. */
    List<Event> events(Over over);

    /**
     * What came of it in leads, meetings and deals.
     *
     * @param campaign null for all of them together
     * @param contacted leads to whom something was sent in the span
     * @param replied those of them who answered in the span
     * @param converted those of them with a deal
     * @param booked meetings booked in the span that stand
     * @param showed meetings of the span that are over, to which the lead came
     * @param missed the same, to which it did not
     * @param unknown the same, of which nobody said
     * @param dealsMade in the span
     * @param dealsWon closed in the span
     */
    record Result(
            @Nullable CampaignId campaign,
            int contacted,
            int replied,
            int converted,
            int booked,
            int showed,
            int missed,
            int unknown,
            int dealsMade,
            int dealsWon,
            long wonCents) {

        /** Nothing happened. */
        public static Result none(@Nullable CampaignId campaign) {
            return new Result(campaign, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    /** All together first, then each campaign with anything to say, by id. */
    List<Result> results(Over over);

    /**
     * What is under way at this moment.
     *
     * @param pipeline leads that still may come to something
     * @param activeSequences enrolments that are not over
     */
    record Standing(int pipeline, int activeSequences) {}

    Standing standing(ClientId client);

    /**
     * How many leads belong to each campaign that has any; deleted ones are in none.
     *
     * @param campaign null for every campaign
     */
    Map<CampaignId, Integer> leads(ClientId client, @Nullable CampaignId campaign);

    /** @param tier null for leads that have no score yet */
    record TierCount(@Nullable Tier tier, int leads) {}

    Comparator<TierCount> ORDER_OF_TIERS = comparing(TierCount::tier, nullsLast(naturalOrder()));

    /** The client's leads by the tier that they have now, best first. */
    List<TierCount> tiers(ClientId client, @Nullable CampaignId campaign);

    /** How often this was told at this hour of the day. */
    record Hour(int hour, @Nullable Channel channel, ActivityAction action, int count) {}

    Comparator<Hour> ORDER_OF_HOURS =
            comparing(Hour::hour).thenComparing(Hour::action).thenComparing(Hour::channel, nullsLast(naturalOrder()));

    /** By hour, action and channel. */
    List<Hour> hours(Over over);

    /**
     * Something sent, by what it was worth.
     *
     * @param text the subject, else the first line
     */
    record Best(
            TouchId touch,
            Channel channel,
            @Nullable CampaignId campaign,
            @Nullable String text,
            Instant sentAt,
            int opens,
            boolean clicked,
            boolean replied,
            boolean booked,
            int score) {}

    /** What is worth anything: best first, then the newer. */
    List<Best> best(Over over, int limit);

    /** What a lead did with what it got. */
    record Engagement(
            int sent,
            int opens,
            int clicks,
            int replies,
            @Nullable Instant lastAt,
            List<Channel> channels) {
        public Engagement {
            channels = List.copyOf(channels);
        }
    }

    Engagement engagement(ClientId client, LeadId lead);
}
