package io.agencyos.domain.allocation;

import io.agencyos.domain.lead.ClaimMachine;
import io.agencyos.domain.lead.ClaimMachine.End;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.SuppressionReason;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** When a client's hold on a person is over, the strongest reason first. Source: scoring POOL-3, POOL-9, POOL-14. */
public final class AssignmentEnd {

    /**
     * What is known of one assignment that is active.
     *
     * @param campaignGone the lead's campaign was deleted
     * @param suppressed reason of the client's own entry that names the person, null for none
     */
    public record Facts(
            PoolClaim claim,
            Lead lead,
            boolean campaignGone,
            @Nullable SuppressionReason suppressed,
            Instant now) {

        private @Nullable Instant lastContact() {
            return lead.history().lastTouchAt();
        }
    }

    /** What a client puts on its list of its own accord; an entry that tells of an opt-out or a bounce ends nothing here. */
    public static final Set<SuppressionReason> OF_THE_CLIENT = Set.copyOf(EnumSet.of(
            SuppressionReason.EXISTING_CUSTOMER,
            SuppressionReason.PAST_CUSTOMER,
            SuppressionReason.COMPETITOR,
            SuppressionReason.DO_NOT_CONTACT,
            SuppressionReason.OTHER));

    /** The stages of a lead at which its hold is over. */
    public static final Set<LeadStatus> STAGES =
            Set.copyOf(EnumSet.of(LeadStatus.NOT_INTERESTED, LeadStatus.INVALID, LeadStatus.COMPLETED));

    private record Rule(Predicate<Facts> over, ReleaseReason reason) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    facts -> facts.suppressed() != null && OF_THE_CLIENT.contains(facts.suppressed()),
                    ReleaseReason.SUPPRESSED),
            new Rule(stage(LeadStatus.NOT_INTERESTED), ReleaseReason.NOT_INTERESTED),
            new Rule(stage(LeadStatus.INVALID), ReleaseReason.INVALID),
            new Rule(stage(LeadStatus.COMPLETED), ReleaseReason.SEQUENCE_EXHAUSTED),
            new Rule(facts -> facts.campaignGone() && facts.lastContact() == null, ReleaseReason.CAMPAIGN_DELETED));

    private AssignmentEnd() {}

    /** Why the hold is over; empty while it lasts. */
    public static Optional<End> of(Facts facts) {
        Optional<End> released = RULES.stream()
                .filter(rule -> rule.over().test(facts))
                .findFirst()
                .map(rule -> new End.Released(rule.reason()));
        return released.or(() -> Optional.of(unused(facts))
                .filter(end -> ClaimMachine.on(facts.claim().status(), end).isOk()));
    }

    /** The client is told that nobody has written to the person yet, and that the hold runs out. */
    public static boolean runsOutSoon(Facts facts) {
        return facts.lastContact() == null
                && !facts.now().isBefore(facts.claim().claimedAt().plus(ClaimMachine.WARNED));
    }

    private static End unused(Facts facts) {
        return new End.Unused(facts.claim().claimedAt(), facts.lastContact(), facts.now());
    }

    private static Predicate<Facts> stage(LeadStatus stage) {
        return facts -> facts.lead().status() == stage;
    }
}
