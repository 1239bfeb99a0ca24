package io.agencyos.domain.campaign.sequence;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sequence. Source: outreach 2.1.
 *
 * @param stepNo 1–20
 * @param dayOffset calendar days from day 0, never less than the step before
 * @param subjectTemplate e-mail only; null continues the thread or takes the composer's own
 * @param bodyTemplate literal text with variables, or the marker that asks for generated text
 * @param spareOnly the e-mail goes only from capacity left after follow-ups and starts
 */
public record SequenceStep(
        int stepNo,
        Channel channel,
        TouchKind touchKind,
        int dayOffset,
        @Nullable StepPurpose purpose,
        @Nullable StepSkipIf skipIf,
        @Nullable Integer minAls,
        @Nullable Channel fallbackChannel,
        @Nullable Integer fallbackDayOffset,
        boolean spareOnly,
        boolean thread,
        boolean skipIfBounced,
        @Nullable String subjectTemplate,
        String bodyTemplate) {

    /** The body that asks for text made for the lead instead of a literal. */
    public static final String SMART_PROMPT = "{{SMART_PROMPT}}";

    /** What is planned where the step itself is skipped; empty for a step that simply falls away. Source: outreach 2.5. */
    public Optional<Fallback> fallback() {
        return fallbackChannel == null
                ? Optional.empty()
                : Optional.of(new Fallback(
                        TouchKind.first(fallbackChannel), fallbackDayOffset == null ? dayOffset : fallbackDayOffset));
    }

    /**
     * A touch in place of a step's own.
     *
     * @param dayOffset calendar days from day 0
     */
    public record Fallback(TouchKind kind, int dayOffset) {}

    /** The same for nobody below this score. */
    public SequenceStep from(int als) {
        return new SequenceStep(
                stepNo,
                channel,
                touchKind,
                dayOffset,
                purpose,
                skipIf,
                als,
                fallbackChannel,
                fallbackDayOffset,
                spareOnly,
                thread,
                skipIfBounced,
                subjectTemplate,
                bodyTemplate);
    }

    /** The same under another number on another day; a fallback keeps its distance. */
    public SequenceStep at(int no, int day) {
        return new SequenceStep(
                no,
                channel,
                touchKind,
                day,
                purpose,
                skipIf,
                minAls,
                fallbackChannel,
                fallbackDayOffset == null ? null : fallbackDayOffset + day - dayOffset,
                spareOnly,
                thread,
                skipIfBounced,
                subjectTemplate,
                bodyTemplate);
    }
}
