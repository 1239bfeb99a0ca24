package io.agencyos.domain.campaign.sequence;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The five steps every campaign begins with, made without a model. Source: outreach 2.2. */
public final class DefaultSequence {

    private static final int CLOSING_EMAIL_DAY = 13;

    private static final List<SequenceStep> FULL = List.of(
            step(1, Channel.EMAIL, TouchKind.EMAIL, 0, StepPurpose.INTRO, StepSkipIf.EMAIL_MISSING, 20, false),
            step(2, Channel.VOICE, TouchKind.VOICE, 3, StepPurpose.CONNECT, StepSkipIf.PHONE_MISSING, null, false),
            step(
                    3,
                    Channel.LINKEDIN,
                    TouchKind.LI_INVITE,
                    5,
                    StepPurpose.CONNECT,
                    StepSkipIf.LINKEDIN_URL_MISSING,
                    35,
                    false),
            step(4, Channel.EMAIL, TouchKind.EMAIL, 8, StepPurpose.VALUE_ADD, StepSkipIf.EMAIL_MISSING, 20, false),
            withEmailFallback(step(
                    5, Channel.SMS, TouchKind.SMS, 12, StepPurpose.BREAKUP, StepSkipIf.PHONE_MISSING, null, false)));

    private DefaultSequence() {}

    /** The steps for a client with senders on these channels, renumbered; empty where no channel is left. */
    public static List<SequenceStep> steps(Set<Channel> senders) {
        List<SequenceStep> kept = new ArrayList<>();
        for (SequenceStep step : FULL) {
            if (senders.contains(step.channel())) {
                boolean mayFallBack = step.fallbackChannel() == null || senders.contains(step.fallbackChannel());
                kept.add(numbered(mayFallBack ? step : withoutFallback(step), kept.size() + 1));
            } else if (step.channel() == Channel.SMS && senders.contains(Channel.EMAIL)) {
                kept.add(step(
                        kept.size() + 1,
                        Channel.EMAIL,
                        TouchKind.EMAIL,
                        CLOSING_EMAIL_DAY,
                        StepPurpose.BREAKUP,
                        StepSkipIf.EMAIL_MISSING,
                        20,
                        true));
            }
        }
        return List.copyOf(kept);
    }

    private static SequenceStep step(
            int no,
            Channel channel,
            TouchKind kind,
            int day,
            StepPurpose purpose,
            StepSkipIf skipIf,
            @Nullable Integer minAls,
            boolean spareOnly) {
        return new SequenceStep(
                no,
                channel,
                kind,
                day,
                purpose,
                skipIf,
                minAls,
                null,
                null,
                spareOnly,
                true,
                channel == Channel.EMAIL,
                null,
                SequenceStep.SMART_PROMPT);
    }

    private static SequenceStep numbered(SequenceStep s, int no) {
        return new SequenceStep(
                no,
                s.channel(),
                s.touchKind(),
                s.dayOffset(),
                s.purpose(),
                s.skipIf(),
                s.minAls(),
                s.fallbackChannel(),
                s.fallbackDayOffset(),
                s.spareOnly(),
                s.thread(),
                s.skipIfBounced(),
                s.subjectTemplate(),
                s.bodyTemplate());
    }

    // the text itself needs no spare capacity; its fallback e-mail does, which the flag says
    private static SequenceStep withEmailFallback(SequenceStep s) {
        return fallback(s, Channel.EMAIL, CLOSING_EMAIL_DAY, true);
    }

    private static SequenceStep withoutFallback(SequenceStep s) {
        return fallback(s, null, null, false);
    }

    private static SequenceStep fallback(
            SequenceStep s, @Nullable Channel channel, @Nullable Integer day, boolean spareOnly) {
        return new SequenceStep(
                s.stepNo(),
                s.channel(),
                s.touchKind(),
                s.dayOffset(),
                s.purpose(),
                s.skipIf(),
                s.minAls(),
                channel,
                day,
                spareOnly,
                s.thread(),
                s.skipIfBounced(),
                s.subjectTemplate(),
                s.bodyTemplate());
    }
}
