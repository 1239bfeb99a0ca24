package io.agencyos.domain.scoring.tier;

import io.agencyos.domain.shared.Vocabulary;

/**
 * What a tier is worth in content and planning.
 *
 * @param planningShare percentage of the leads that is planned for this tier; 0 for the dead, who are not planned
 */
public record Treatment(
        ContentModel contentModel, VoiceKnowledge voiceKnowledge, boolean deepEnrichment, int planningShare) {

    /** Who writes. */
    public enum ContentModel implements Vocabulary {
        PREMIUM_AGENT,
        STANDARD,
        STANDARD_LIMITED,
        TEMPLATES,
        NONE
    }

    /** What a call knows of the lead. */
    public enum VoiceKnowledge implements Vocabulary {
        PREMIUM,
        STANDARD,
        NONE
    }

    /** The row of the table in scoring TIER-1. Deep enrichment still asks for a trigger (TIER-3). */
    public static Treatment of(Tier tier) {
        return switch (tier) {
            case HOT -> new Treatment(ContentModel.PREMIUM_AGENT, VoiceKnowledge.PREMIUM, true, 10);
            case WARM -> new Treatment(ContentModel.STANDARD, VoiceKnowledge.STANDARD, false, 25);
            case COOL -> new Treatment(ContentModel.STANDARD_LIMITED, VoiceKnowledge.NONE, false, 40);
            case COLD -> new Treatment(ContentModel.TEMPLATES, VoiceKnowledge.NONE, false, 25);
            case DEAD -> new Treatment(ContentModel.NONE, VoiceKnowledge.NONE, false, 0);
        };
    }
}
