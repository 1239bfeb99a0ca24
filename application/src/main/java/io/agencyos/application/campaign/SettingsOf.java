package io.agencyos.application.campaign;

import io.agencyos.domain.campaign.SequenceStep;
import io.agencyos.domain.shared.Channel;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What making and changing a campaign have in common. */
final class SettingsOf {

    static final String NAME_INDEX = "uq_campaign_name";

    private SettingsOf() {}

    /** Every channel that a step or its fallback writes on. */
    static Set<Channel> used(List<SequenceStep> steps) {
        Set<Channel> used = EnumSet.noneOf(Channel.class);
        steps.stream()
                .flatMap(step -> Stream.of(step.channel(), step.fallbackChannel()))
                .filter(Objects::nonNull)
                .forEach(used::add);
        return used;
    }
}
