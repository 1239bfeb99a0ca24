package io.agencyos.domain.campaign.sequence;

import io.agencyos.domain.shared.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was learned of sequences, as defaults for a new one; running enrolments keep theirs. Source: CIS 14.1.
 *
 * @param channels the first planned channels that were found to work, in order; empty where none were
 * @param gaps days from touch to touch that were found to work, by the number of the touch before
 */
public record LearnedSequence(List<Channel> channels, Map<Integer, Integer> gaps) {

    /** Nothing was learned. */
    public static final LearnedSequence NONE = new LearnedSequence(List.of(), Map.of());

    public LearnedSequence {
        channels = List.copyOf(channels);
        gaps = Map.copyOf(gaps);
    }

    /**
     * The steps in the learned order and rhythm; what was not learned stays as it was. Nothing is added: a channel that
     * the steps do not use is passed over.
     *
     * @param leastGap days that must lie between touches
     */
    public List<SequenceStep> applied(List<SequenceStep> steps, int leastGap) {
        List<SequenceStep> ordered = ordered(steps);
        List<SequenceStep> dated = new ArrayList<>();
        int day = 0;
        for (int i = 0; i < ordered.size(); i++) {
            if (i > 0) {
                int usual = steps.get(i).dayOffset() - steps.get(i - 1).dayOffset();
                Integer learned = gaps.get(i);
                day += learned == null ? usual : Math.max(leastGap, learned);
            } else {
                day = steps.getFirst().dayOffset();
            }
            dated.add(ordered.get(i).at(i + 1, day));
        }
        return List.copyOf(dated);
    }

    private List<SequenceStep> ordered(List<SequenceStep> steps) {
        List<SequenceStep> rest = new ArrayList<>(steps);
        List<SequenceStep> first = new ArrayList<>();
        for (Channel channel : channels) {
            rest.stream().filter(step -> step.channel() == channel).findFirst().ifPresent(step -> {
                rest.remove(step);
                first.add(step);
            });
        }
        first.addAll(rest);
        return first;
    }

    /** The channels as a text, for a record of what was applied. */
    public String key() {
        return channels.stream().map(Channel::wire).collect(Collectors.joining("→"));
    }
}
