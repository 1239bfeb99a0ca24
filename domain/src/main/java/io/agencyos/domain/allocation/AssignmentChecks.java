package io.agencyos.domain.allocation;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The checks before a pool lead is assigned, in their order; the first that fails names the refusal. Source: POOL-6. */
public final class AssignmentChecks {

    public static final int MOST_REQUESTED = 1_000;

    /** Addresses to which a pool lead may be assigned by default. */
    public static final Set<EmailStatus> GOOD_ADDRESSES = Set.of(EmailStatus.VERIFIED);

    /**
     * Who asks, for what.
     *
     * @param client null when deleted or unknown
     * @param campaign null when it is not the client's
     * @param preload the leads are set aside while the client is being set up, so a draft campaign will do
     */
    public record Asked(
            @Nullable Client client,
            @Nullable Subscription subscription,
            @Nullable Campaign campaign,
            boolean preload,
            @Nullable IcpProfile icp,
            int requested,
            int credits) {}

    /**
     * One person, looked at for one campaign.
     *
     * @param claimed somebody holds the person now
     * @param suppression the level of the entry that names the person, null when none does
     * @param mismatch what does not fit the profile
     * @param prospect worked out for those only whom no earlier check refuses; may be asked more than once
     */
    public record Candidate(
            PoolPerson person,
            boolean claimed,
            PastHolds past,
            @Nullable SuppressionLevel suppression,
            Optional<IcpFilter.Dimension> mismatch,
            Supplier<Prospect> prospect,
            Instant now) {}

    /**
     * What the client would have in this person.
     *
     * @param reachable channels that are open, wanted, known and staffed: {@link Reach}
     */
    public record Prospect(Tier tier, Set<Channel> reachable) {

        public Prospect {
            reachable = Set.copyOf(reachable);
        }
    }

    private record Check<T>(AssignmentRefusal refusal, Predicate<T> fails) {}

    private static final List<Check<Asked>> REQUEST = List.of(
            new Check<>(AssignmentRefusal.CLIENT_NOT_FOUND, asked -> barred(asked, ClientBar.NOT_FOUND)),
            new Check<>(
                    AssignmentRefusal.SUBSCRIPTION_INACTIVE, asked -> barred(asked, ClientBar.SUBSCRIPTION_INACTIVE)),
            new Check<>(AssignmentRefusal.CLIENT_PAUSED, asked -> barred(asked, ClientBar.PAUSED)),
            new Check<>(AssignmentRefusal.CAMPAIGN_INACTIVE, asked -> !ready(asked.campaign(), asked.preload())),
            new Check<>(AssignmentRefusal.ICP_NOT_CONFIGURED, asked -> !configured(asked.icp())),
            new Check<>(
                    AssignmentRefusal.INVALID_COUNT,
                    asked -> asked.requested() < 1 || asked.requested() > MOST_REQUESTED),
            new Check<>(AssignmentRefusal.NO_CREDITS, asked -> asked.credits() < 1));

    private static final List<Check<Candidate>> LEAD = List.of(
            new Check<>(AssignmentRefusal.LEAD_UNAVAILABLE, AssignmentChecks::unavailable),
            new Check<>(AssignmentRefusal.GLOBALLY_BLOCKED, AssignmentChecks::blocked),
            new Check<>(AssignmentRefusal.CLIENT_SUPPRESSED, lead -> lead.suppression() == SuppressionLevel.CLIENT),
            new Check<>(AssignmentRefusal.EMAIL_QUALITY, AssignmentChecks::badAddress),
            new Check<>(AssignmentRefusal.ICP_MISMATCH, lead -> lead.mismatch().isPresent()),
            new Check<>(
                    AssignmentRefusal.SCORE_DEAD, lead -> lead.prospect().get().tier() == Tier.DEAD),
            new Check<>(
                    AssignmentRefusal.NO_REACHABLE_CHANNEL,
                    lead -> lead.prospect().get().reachable().isEmpty()));

    private static final List<Check<Candidate>> BY_HAND = LEAD.stream()
            .filter(check -> switch (check.refusal()) {
                case EMAIL_QUALITY, ICP_MISMATCH, SCORE_DEAD -> false;
                case LEAD_UNAVAILABLE,
                        GLOBALLY_BLOCKED,
                        CLIENT_SUPPRESSED,
                        NO_REACHABLE_CHANNEL,
                        CLIENT_NOT_FOUND,
                        SUBSCRIPTION_INACTIVE,
                        CLIENT_PAUSED,
                        CAMPAIGN_INACTIVE,
                        ICP_NOT_CONFIGURED,
                        INVALID_COUNT,
                        NO_CREDITS -> true;
            })
            .toList();

    private AssignmentChecks() {}

    /** Checks 1 to 7: why nothing at all is assigned. */
    public static Optional<AssignmentRefusal> refuse(Asked asked) {
        return first(REQUEST, asked);
    }

    /** Checks 8 to 13: why this person is not assigned. */
    public static Optional<AssignmentRefusal> refuse(Candidate candidate) {
        return first(LEAD, candidate);
    }

    /**
     * The same for somebody whom a person gives with a reason of his own: address, profile and score do not count, a way to
     * reach the person does. Source: POOL-8.5.
     */
    public static Optional<AssignmentRefusal> refuseByHand(Candidate candidate) {
        return first(BY_HAND, candidate);
    }

    private static <T> Optional<AssignmentRefusal> first(List<Check<T>> checks, T facts) {
        for (Check<T> check : checks) {
            if (check.fails().test(facts)) {
                return Optional.of(check.refusal());
            }
        }
        return Optional.empty();
    }

    private static boolean barred(Asked asked, ClientBar bar) {
        return ClientBar.of(asked.client(), asked.subscription())
                .filter(bar::equals)
                .isPresent();
    }

    private static boolean ready(@Nullable Campaign campaign, boolean preload) {
        return campaign != null
                && !campaign.isDeleted()
                && (campaign.status() == CampaignStatus.ACTIVE || preload && campaign.status() == CampaignStatus.DRAFT);
    }

    /** A profile that nobody confirmed is no profile yet. */
    private static boolean configured(@Nullable IcpProfile icp) {
        return icp != null && icp.status() == IcpStatus.CONFIRMED && icp.selective();
    }

    private static boolean closed(PoolStatus status) {
        return switch (status) {
            case BOUNCED, UNSUBSCRIBED, INVALID -> true;
            case AVAILABLE, CLAIMED, COOLING, CONVERTED, ERASED -> false;
        };
    }

    /** Somebody who bounced or opted out is not free either, but the next check says so better. */
    private static boolean unavailable(Candidate lead) {
        return lead.claimed() || !closed(lead.person().status()) && !lead.past().allow(lead.person(), lead.now());
    }

    private static boolean blocked(Candidate lead) {
        return closed(lead.person().status())
                || lead.person().unsubscribed()
                || lead.suppression() == SuppressionLevel.PLATFORM;
    }

    private static boolean badAddress(Candidate lead) {
        ContactPoints contact = lead.person().contact();
        return contact.email() == null
                ? lead.prospect().get().reachable().isEmpty()
                : !GOOD_ADDRESSES.contains(contact.emailStatus());
    }
}
