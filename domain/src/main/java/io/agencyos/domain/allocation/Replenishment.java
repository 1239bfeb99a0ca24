package io.agencyos.domain.allocation;

import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.StageMachine;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import java.util.Map;

/** What a client's pipeline lacks after a reset, and where it goes. Source: scoring POOL-12, flows 2.16. */
public final class Replenishment {

    /** What is to be done. */
    public enum Verdict implements Vocabulary {
        /** Take from the pool, then buy what is short. */
        SOURCE,
        /** Nothing is missing. */
        PIPELINE_FULL,
        /** The client activates a campaign first; nothing is claimed or charged. */
        NO_ACTIVE_CAMPAIGN,
        /** Waits for a person. */
        APPROVAL_NEEDED
    }

    /**
     * What is known.
     *
     * @param quota leads of a period
     * @param balance credits that are left
     * @param stages leads of the active holds by stage
     * @param automatic the client lets the product replenish by itself
     * @param active its active campaigns with their shares
     * @param alertBelow a smaller pipeline is told to the client
     */
    public record Facts(
            int quota,
            int balance,
            Map<LeadStatus, Integer> stages,
            ReplenishmentMode mode,
            boolean automatic,
            List<CampaignShares.Share> active,
            int alertBelow) {

        public Facts {
            stages = Map.copyOf(stages);
            active = List.copyOf(active);
        }
    }

    /**
     * The plan.
     *
     * @param pipeline leads that are still worked on
     * @param gap what the pipeline lacks of the quota
     * @param need what is sourced; never more than the credits allow
     * @param byCampaign the need by share; empty unless something is sourced
     * @param low the client is told that few leads are left
     */
    public record Plan(
            Verdict verdict, int pipeline, int gap, int need, Map<CampaignId, Integer> byCampaign, boolean low) {

        public Plan {
            byCampaign = Map.copyOf(byCampaign);
        }
    }

    private Replenishment() {}

    /** Leads of these stages fill the pipeline: new, enriched, scored, in sequence, replied. */
    public static int pipeline(Map<LeadStatus, Integer> stages) {
        return StageMachine.PIPELINE.stream()
                .mapToInt(stage -> stages.getOrDefault(stage, 0))
                .sum();
    }

    public static Plan plan(Facts facts) {
        int pipeline = pipeline(facts.stages());
        int gap = Math.max(0, facts.quota() - pipeline);
        int wanted = facts.mode() == ReplenishmentMode.FULL ? facts.quota() : gap;
        int need = Math.max(0, Math.min(facts.balance(), wanted));
        Verdict verdict = verdict(facts, need);
        return new Plan(
                verdict,
                pipeline,
                gap,
                need,
                need == 0 || facts.active().isEmpty() ? Map.of() : CampaignShares.spread(need, facts.active()),
                pipeline < facts.alertBelow());
    }

    private static Verdict verdict(Facts facts, int need) {
        if (need == 0) {
            return Verdict.PIPELINE_FULL;
        }
        if (facts.active().isEmpty()) {
            return Verdict.NO_ACTIVE_CAMPAIGN;
        }
        return facts.mode() == ReplenishmentMode.MANUAL || !facts.automatic()
                ? Verdict.APPROVAL_NEEDED
                : Verdict.SOURCE;
    }
}
