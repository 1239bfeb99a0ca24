package io.agencyos.domain.campaign.sequence;

import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.TouchPace;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of campaigns that were suggested: denser than the default ones, without anything in the place of a channel that
 * is not there. What a model proposes instead is taken whole or not at all. Source: outreach 2.3.
 */
public final class GrowthSequence {

    /** The last day that any step may have, counted from 1. */
    public static final int LAST_DAY = 30;

    private static final int VOICE_FLOOR = 85;

    private GrowthSequence() {}

    /** How dense it is, with the gaps without which the checks would stretch it. */
    public enum Pace {
        STANDARD(2, 4),
        AGGRESSIVE(1, 3);

        private final int touchGapDays;
        private final int channelCooldownDays;

        Pace(int touchGapDays, int channelCooldownDays) {
            this.touchGapDays = touchGapDays;
            this.channelCooldownDays = channelCooldownDays;
        }

        CampaignSettings of(CampaignSettings settings) {
            return settings.paced(new TouchPace(
                    touchGapDays, channelCooldownDays, settings.pace().dailyLimit()));
        }
    }

    private record Row(Channel channel, StepPurpose purpose, int standard, int aggressive) {}

    private static final List<Row> ROWS = List.of(
            new Row(Channel.EMAIL, StepPurpose.INTRO, 1, 1),
            new Row(Channel.LINKEDIN, StepPurpose.CONNECT, 3, 2),
            new Row(Channel.EMAIL, StepPurpose.VALUE_ADD, 5, 4),
            new Row(Channel.SMS, StepPurpose.PATTERN_INTERRUPT, 8, 6),
            new Row(Channel.EMAIL, StepPurpose.BREAKUP, 12, 8),
            new Row(Channel.VOICE, StepPurpose.DISCOVERY, 14, 10));

    /** The steps on these channels, renumbered. */
    public static List<SequenceStep> steps(Pace pace, Set<Channel> senders) {
        List<Proposed> touches = ROWS.stream()
                .filter(row -> senders.contains(row.channel()))
                .map(row -> new Proposed(
                        row.channel(), pace == Pace.STANDARD ? row.standard() : row.aggressive(), row.purpose()))
                .toList();
        return numbered(touches);
    }

    /**
     * A touch as a model proposes it.
     *
     * @param day counted from 1
     * @param purpose null for a word that is none of ours
     */
    public record Proposed(
            Channel channel, int day, @Nullable StepPurpose purpose) {}

    /**
     * What is made of a proposal.
     *
     * @param failure why it was not taken and the template stands in for it; null where it was taken
     */
    public record Plan(List<SequenceStep> steps, @Nullable String failure) {
        public Plan {
            steps = List.copyOf(steps);
        }
    }

    /** The proposal where every rule holds, else the template with what was wrong. */
    public static Plan of(List<Proposed> proposed, Pace pace, Set<Channel> senders) {
        String failure = failure(proposed, senders);
        return failure == null ? new Plan(numbered(proposed), null) : new Plan(steps(pace, senders), failure);
    }

    private static @Nullable String failure(List<Proposed> proposed, Set<Channel> senders) {
        if (proposed.isEmpty() || proposed.size() > SequenceRules.MOST_STEPS) {
            return "touches_count";
        }
        int before = 1;
        for (Proposed touch : proposed) {
            if (!senders.contains(touch.channel())) {
                return "channel_unavailable";
            }
            if (touch.purpose() == null) {
                return "purpose_unknown";
            }
            if (touch.day() < 1 || touch.day() > LAST_DAY) {
                return "day_out_of_range";
            }
            if (touch.day() < before) {
                return "days_decrease";
            }
            before = touch.day();
        }
        return null;
    }

    private static List<SequenceStep> numbered(List<Proposed> touches) {
        List<SequenceStep> steps = new ArrayList<>();
        for (Proposed touch : touches) {
            steps.add(step(steps.size() + 1, touch));
        }
        return List.copyOf(steps);
    }

    private static SequenceStep step(int no, Proposed touch) {
        Channel channel = touch.channel();
        return new SequenceStep(
                no,
                channel,
                TouchKind.first(channel),
                touch.day() - 1,
                touch.purpose(),
                skipIf(channel),
                channel == Channel.VOICE ? VOICE_FLOOR : null,
                null,
                null,
                false,
                true,
                channel == Channel.EMAIL,
                null,
                SequenceStep.SMART_PROMPT);
    }

    private static StepSkipIf skipIf(Channel channel) {
        return switch (channel) {
            case EMAIL -> StepSkipIf.EMAIL_MISSING;
            case LINKEDIN -> StepSkipIf.LINKEDIN_URL_MISSING;
            case SMS, VOICE -> StepSkipIf.PHONE_MISSING;
            case MAIL -> StepSkipIf.ADDRESS_MISSING;
        };
    }
}
