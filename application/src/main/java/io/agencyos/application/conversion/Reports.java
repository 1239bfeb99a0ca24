package io.agencyos.application.conversion;

import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Counts over what happened, each in one question to the store. Needs an open unit of work of the tenant. Source: api 9.9. */
@SecondaryPort
public interface Reports {

    /** Answers of machines: they count as no reply. */
    Set<Intent> AUTOMATIC = Set.of(Intent.AUTO_REPLY, Intent.OUT_OF_OFFICE);

    /** What counts as a positive reply. */
    Set<Intent> POSITIVE = Set.of(Intent.MEETING_REQUEST, Intent.INTERESTED);

    /**
     * What was sold to the leads of a campaign.
     *
     * @param deals leads with a deal
     * @param won leads with one that was won
     * @param open worth of the open ones, of which it is known
     * @param sold worth of the won ones
     */
    record Sold(int deals, int won, Money open, Money sold) {

        public static final Sold NOTHING = new Sold(0, 0, new Money(0), new Money(0));

        private Sold plus(Sold other) {
            return new Sold(deals + other.deals, won + other.won, open.plus(other.open), sold.plus(other.sold));
        }
    }

    /**
     * A campaign from enrolment to deal, in leads: of those that were enrolled in the span, how many ever came so far.
     *
     * @param contacted leads with at least one touch sent
     * @param delivered leads whom at least one touch reached
     * @param replied leads by what their first human reply meant
     * @param meetings leads with a meeting that was not called off
     * @param showed leads who came to a meeting
     */
    record Funnel(
            CampaignId campaign,
            int enrolled,
            int contacted,
            int delivered,
            int opened,
            Map<Intent, Integer> replied,
            int meetings,
            int showed,
            Sold sales) {

        /** One into which nobody was enrolled. */
        public static Funnel empty(CampaignId campaign) {
            return new Funnel(campaign, 0, 0, 0, 0, Map.of(), 0, 0, Sold.NOTHING);
        }

        public Funnel {
            replied = Map.copyOf(replied);
        }

        /** Leads with a human reply, whatever it meant. */
        public int replies() {
            return replied.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Two funnels in one; the campaign is this one's. */
        public Funnel plus(Funnel other) {
            Map<Intent, Integer> both = new EnumMap<>(Intent.class);
            both.putAll(replied);
            other.replied.forEach((intent, count) -> both.merge(intent, count, Integer::sum));
            return new Funnel(
                    campaign,
                    enrolled + other.enrolled,
                    contacted + other.contacted,
                    delivered + other.delivered,
                    opened + other.opened,
                    both,
                    meetings + other.meetings,
                    showed + other.showed,
                    sales.plus(other.sales));
        }
    }

    /**
     * What came of the leads of one tier.
     *
     * @param tier the tier that the lead had when it was first written to
     */
    record TierLine(Tier tier, int contacted, int replied, int positive, int meetings) {}

    /**
     * Every campaign into which leads were enrolled in the span, by id.
     *
     * @param until exclusive
     * @param now what has not come back a day before this counts as delivered
     */
    List<Funnel> funnels(ClientId client, Instant from, Instant until, Instant now);

    /** Every tier of which leads were first written to in the span, best first. */
    List<TierLine> conversionByTier(ClientId client, Instant from, Instant until);
}
