package io.agencyos.application.campaign.change;

import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.shared.Channel;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What making and changing a campaign have in common. */
public final class SettingsOf {

    public static final String NAME_INDEX = "uq_campaign_name";

    private SettingsOf() {}

    /** Every channel that a step or its fallback writes on. */
    public static Set<Channel> used(List<SequenceStep> steps) {
        Set<Channel> used = EnumSet.noneOf(Channel.class);
        steps.stream()
                .flatMap(step -> Stream.of(step.channel(), step.fallbackChannel()))
                .filter(Objects::nonNull)
                .forEach(used::add);
        return used;
    }
}
