package io.agencyos.adapters.in.rest.allocation;

import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.application.allocation.AssignLeads;
import io.agencyos.application.allocation.SummarisePool;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.allocation.NotFree;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assignments as the API takes and shows them. Source: api 1.7, 9.4, 9.7. */
public final class AllocationViews {

    private AllocationViews() {}

    /**
     * How many leads from the pool; 50 where nothing is said.
     *
     * @param count how many leads, 1 to 200; 50 without it
     */
    public record Sourcing(
            @Nullable @Range(min = 1, max = 200) Integer count) {

        static final int DEFAULT = 50;

        int wanted() {
            return count == null ? DEFAULT : count;
        }
    }

    /**
     * How many people the pool shall have for the client; 25 where nothing is said.
     *
     * @param limit how many people at most, 1 to 100; 25 without it
     */
    public record Population(
            @Nullable @Range(min = 1, max = 100) Integer limit) {

        static final int DEFAULT = 25;

        int wanted() {
            return limit == null ? DEFAULT : limit;
        }
    }

    /**
     * How many of the client's own leads, the best first; the lowest tier that is taken.
     *
     * @param count how many leads, the best first
     * @param minimumTier the lowest tier that is taken; null takes every lead that is not dead, those without a score too
     */
    public record OwnLeads(
            @Range(min = 1, max = AssignLeads.MOST) int count,
            @Nullable Tier minimumTier) {}

    /** Leads by tier. */
    public record Tiers(int hot, int warm, int cool, int cold, int dead) {

        static Tiers of(Map<Tier, Integer> tiers) {
            return new Tiers(
                    tiers.getOrDefault(Tier.HOT, 0),
                    tiers.getOrDefault(Tier.WARM, 0),
                    tiers.getOrDefault(Tier.COOL, 0),
                    tiers.getOrDefault(Tier.COLD, 0),
                    tiers.getOrDefault(Tier.DEAD, 0));
        }
    }

    /**
     * How many people were left for one reason.
     *
     * @param code the first check that the people failed
     * @param count how many people were left for it
     */
    public record Reason(AssignmentRefusal code, int count) {

        static List<Reason> of(Map<AssignmentRefusal, Integer> refused) {
            return Arrays.stream(AssignmentRefusal.values())
                    .filter(refused::containsKey)
                    .map(code -> new Reason(code, refused.getOrDefault(code, 0)))
                    .toList();
        }
    }

    /**
     * How many of the client's leads were not offered for one reason.
     *
     * @param code why they are not free; of several reasons the first in the order of the codes
     * @param count how many leads are so
     */
    public record NotFreeLeads(NotFree code, int count) {

        static List<NotFreeLeads> of(Map<NotFree, Integer> counts) {
            return Arrays.stream(NotFree.values())
                    .filter(counts::containsKey)
                    .map(code -> new NotFreeLeads(code, counts.getOrDefault(code, 0)))
                    .toList();
        }
    }

    /**
     * What came of a request; {@code stopped} ended it early, {@code widen} is the dimension of the profile that most people
     * failed on when too few were found.
     *
     * @param reasons how many people failed which check first
     * @param notFree where leads are short, how many the client has that were not offered, and why; with neither reasons
     *     nor these the client has no more leads
     * @param stopped what ended the request before it was filled; null where nothing did
     */
    public record Assigned(
            int requested,
            int assigned,
            int enrolled,
            int shortfall,
            List<Reason> reasons,
            List<NotFreeLeads> notFree,
            Tiers tierDistribution,
            @Nullable BigDecimal meanScore,
            int explored,
            @Nullable AssignmentRefusal stopped,
            IcpFilter.@Nullable Dimension widen) {

        static Assigned of(AssignLeads.Report report) {
            return new Assigned(
                    report.requested(),
                    report.assigned(),
                    report.enrolled(),
                    report.shortfall(),
                    Reason.of(report.refused()),
                    NotFreeLeads.of(report.notFree()),
                    Tiers.of(report.tierDistribution()),
                    report.meanScore(),
                    0,
                    report.stopped(),
                    null);
        }
    }

    /**
     * Touches that left, by channel.
     *
     * @param email e-mails that left
     * @param sms text messages that left
     * @param linkedin linkedIn acts that were done
     * @param voice calls that were made
     * @param mail letters that left
     */
    public record ChannelUsage(int email, int sms, int linkedin, int voice, int mail) {

        static ChannelUsage of(Map<Channel, Integer> sent) {
            return new ChannelUsage(
                    sent.getOrDefault(Channel.EMAIL, 0),
                    sent.getOrDefault(Channel.SMS, 0),
                    sent.getOrDefault(Channel.LINKEDIN, 0),
                    sent.getOrDefault(Channel.VOICE, 0),
                    sent.getOrDefault(Channel.MAIL, 0));
        }
    }

    /**
     * Live leads by tier, those without a score apart.
     *
     * @param unscored leads without a score
     */
    public record HeldTiers(int hot, int warm, int cool, int cold, int dead, int unscored) {}

    /**
     * What the client holds of the pool.
     *
     * @param total people whom the client holds or held
     * @param active people whom the client holds now
     * @param converted people who became customers
     * @param released people whom the client held and gave back
     * @param touches touches that these people had
     * @param replied people who replied
     * @param tiers of those held now, how many have which tier
     * @param channelUsage touches that left to these people, by channel
     */
    public record PoolSummary(
            int total,
            int active,
            int converted,
            int released,
            int touches,
            int replied,
            HeldTiers tiers,
            @Nullable BigDecimal avgAls,
            ChannelUsage channelUsage,
            @Nullable BigDecimal replyRate,
            @Nullable BigDecimal conversionRate) {

        static PoolSummary of(SummarisePool.Summary summary) {
            Tiers tiers = Tiers.of(summary.tiers());
            return new PoolSummary(
                    summary.total(),
                    summary.active(),
                    summary.converted(),
                    summary.released(),
                    summary.touches(),
                    summary.replied(),
                    new HeldTiers(
                            tiers.hot(), tiers.warm(), tiers.cool(), tiers.cold(), tiers.dead(), summary.unscored()),
                    summary.avgAls(),
                    ChannelUsage.of(summary.channelUsage()),
                    summary.replyRate(),
                    summary.conversionRate());
        }
    }

    static final Assigned ASSIGNED = new Assigned(
            50,
            48,
            48,
            2,
            List.of(new Reason(AssignmentRefusal.CLIENT_SUPPRESSED, 12)),
            List.of(new NotFreeLeads(NotFree.UNDER_WAY, 613)),
            new Tiers(3, 30, 15, 0, 0),
            new BigDecimal("64.2"),
            2,
            null,
            IcpFilter.Dimension.TITLE);

    static final PoolSummary SUMMARY = new PoolSummary(
            48,
            46,
            1,
            1,
            120,
            9,
            new HeldTiers(3, 30, 15, 0, 0, 0),
            new BigDecimal("64.2"),
            new ChannelUsage(120, 0, 0, 0, 0),
            new BigDecimal("0.2250"),
            new BigDecimal("0.0250"));
}
