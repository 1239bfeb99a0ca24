package io.agencyos.domain.campaign.sequence;

import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import java.util.List;
import java.util.Set;

/** With which steps a campaign begins, and the gaps that they need. Source: outreach 2.2, 2.3. */
public enum SequenceTemplate implements Vocabulary {
    /** Five steps over thirteen days, for everybody. */
    DEFAULT,
    /** Up to six steps over fourteen days, of campaigns that were suggested. */
    GROWTH,
    /** The same within ten days. */
    GROWTH_AGGRESSIVE;

    /** What a campaign of this origin begins with. */
    public static SequenceTemplate of(CampaignOrigin origin) {
        return origin == CampaignOrigin.AI_SUGGESTED ? GROWTH : DEFAULT;
    }

    /** The steps for a client with senders on these channels; empty where no channel is left. */
    public List<SequenceStep> steps(Set<Channel> senders) {
        return switch (this) {
            case DEFAULT -> DefaultSequence.steps(senders);
            case GROWTH -> GrowthSequence.steps(GrowthSequence.Pace.STANDARD, senders);
            case GROWTH_AGGRESSIVE -> GrowthSequence.steps(GrowthSequence.Pace.AGGRESSIVE, senders);
        };
    }

    /** The settings with gaps that do not stretch the steps; the default ones fit into whatever is set. */
    public CampaignSettings paced(CampaignSettings settings) {
        return switch (this) {
            case DEFAULT -> settings;
            case GROWTH -> GrowthSequence.Pace.STANDARD.of(settings);
            case GROWTH_AGGRESSIVE -> GrowthSequence.Pace.AGGRESSIVE.of(settings);
        };
    }
}
