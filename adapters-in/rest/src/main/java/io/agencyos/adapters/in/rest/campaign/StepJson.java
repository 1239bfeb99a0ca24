package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.campaign.sequence.StepSkipIf;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Steps as the API takes and shows them: people set the gap to the step before, the day is the sum. Source: api 8. */
final class StepJson {

    private StepJson() {}

    /**
     * A step more; without a number it becomes the last.
     *
     * @param channel the channel of the step; {@code min_als} and the lead's address decide whether it can be used
     * @param skipIfReplied true and nothing else: whoever answered is not written to by a sequence
     */
    record NewStep(
            @Range(min = 1, max = 20) @Nullable Integer stepNumber,
            Channel channel,
            @Range(min = 0, max = 30) int delayDays,
            @Text(max = 500) @Nullable String subjectTemplate,
            @Text(max = 50_000) @Nullable String bodyTemplate,
            @Nullable StepPurpose purpose,
            @Nullable StepSkipIf skipIf,
            @Range(min = 0, max = 100) @Nullable Integer minAls,
            @Nullable Channel fallbackChannel,
            @Range(min = 0, max = 30) @Nullable Integer fallbackDelayDays,
            @Nullable Boolean spareOnly,
            @Nullable Boolean thread,
            @Nullable Boolean skipIfReplied,
            @Nullable Boolean skipIfBounced) {

        static final NewStep EXAMPLE = new NewStep(
                2,
                Channel.EMAIL,
                4,
                null,
                "A thought on your team, {{first_name}}.",
                StepPurpose.VALUE_ADD,
                StepSkipIf.EMAIL_MISSING,
                null,
                null,
                null,
                false,
                true,
                true,
                true);

        SequenceStep step(List<SequenceStep> steps) {
            int no = Objects.requireNonNullElse(stepNumber, steps.size() + 1);
            int before = no >= 2 && no <= steps.size() + 1 ? steps.get(no - 2).dayOffset() : 0;
            int day = before + delayDays;
            return new SequenceStep(
                    no,
                    channel,
                    TouchKind.first(channel),
                    day,
                    purpose,
                    skipIf,
                    minAls,
                    fallbackChannel,
                    fallbackDelayDays == null ? null : Integer.valueOf(day + fallbackDelayDays),
                    Boolean.TRUE.equals(spareOnly),
                    !Boolean.FALSE.equals(thread),
                    skipIfBounced == null ? channel == Channel.EMAIL : skipIfBounced,
                    subjectTemplate,
                    Objects.requireNonNullElse(bodyTemplate, SequenceStep.SMART_PROMPT));
        }
    }

    /**
     * A merge patch of a step.
     *
     * @param channel the channel of the step; {@code min_als} and the lead's address decide whether it can be used
     * @param skipIfReplied true and nothing else: whoever answered is not written to by a sequence
     */
    record PatchStep(
            Change<Channel> channel,
            @Range(min = 0, max = 30) Change<Integer> delayDays,
            @Text(max = 500) Change<@Nullable String> subjectTemplate,
            @Text(max = 50_000) Change<String> bodyTemplate,
            Change<@Nullable StepPurpose> purpose,
            Change<@Nullable StepSkipIf> skipIf,
            @Range(min = 0, max = 100) Change<@Nullable Integer> minAls,
            Change<@Nullable Channel> fallbackChannel,
            @Range(min = 0, max = 30) Change<@Nullable Integer> fallbackDelayDays,
            Change<Boolean> spareOnly,
            Change<Boolean> thread,
            Change<Boolean> skipIfReplied,
            Change<Boolean> skipIfBounced) {

        static final PatchStep EXAMPLE = new PatchStep(
                Change.absent(),
                Change.to(5),
                Change.absent(),
                Change.to("Another thought, {{first_name}}."),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());

        SequenceStep merged(SequenceStep before, int dayBefore) {
            Channel on = channel.orElse(before.channel());
            int day = delayDays.map(delay -> dayBefore + delay).orElse(before.dayOffset());
            Integer fallback = fallbackDelayDays.orElse(fallbackDelay(before));
            return new SequenceStep(
                    before.stepNo(),
                    on,
                    on == before.channel() ? before.touchKind() : TouchKind.first(on),
                    day,
                    purpose.orElse(before.purpose()),
                    skipIf.orElse(before.skipIf()),
                    minAls.orElse(before.minAls()),
                    fallbackChannel.orElse(before.fallbackChannel()),
                    fallback == null ? null : Integer.valueOf(day + fallback),
                    spareOnly.orElse(before.spareOnly()),
                    thread.orElse(before.thread()),
                    skipIfBounced.orElse(before.skipIfBounced()),
                    subjectTemplate.orElse(before.subjectTemplate()),
                    bodyTemplate.orElse(before.bodyTemplate()));
        }
    }

    /**
     * A step as it is shown.
     *
     * @param channel the channel of the step; {@code min_als} and the lead's address decide whether it can be used
     * @param createdAt when this version of the sequence was made: every change of a step makes a version of all of them
     * @param updatedAt the same, as a version never changes
     * @param version the version of the sequence that the step is a line of
     */
    record StepShown(
            UUID clientId,
            int stepNumber,
            Channel channel,
            TouchKind touchKind,
            int delayDays,
            int dayOffset,
            @Nullable String subjectTemplate,
            String bodyTemplate,
            @Nullable StepPurpose purpose,
            @Nullable StepSkipIf skipIf,
            @Nullable Integer minAls,
            @Nullable Channel fallbackChannel,
            @Nullable Integer fallbackDelayDays,
            boolean spareOnly,
            boolean thread,
            boolean skipIfReplied,
            boolean skipIfBounced,
            Instant createdAt,
            Instant updatedAt,
            int version) {}

    /**
     * A whole version.
     *
     * @param steps the steps in their order
     */
    record SequenceShown(int sequenceVersion, boolean usesDefaultSequence, List<StepShown> steps) {

        static final SequenceShown EXAMPLE = new SequenceShown(
                1,
                true,
                List.of(new StepShown(
                        UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                        1,
                        Channel.EMAIL,
                        TouchKind.EMAIL,
                        0,
                        0,
                        null,
                        SequenceStep.SMART_PROMPT,
                        StepPurpose.INTRO,
                        StepSkipIf.EMAIL_MISSING,
                        20,
                        null,
                        null,
                        false,
                        true,
                        true,
                        true,
                        Instant.parse("2026-03-02T00:00:00Z"),
                        Instant.parse("2026-03-02T00:00:00Z"),
                        1)));

        static SequenceShown of(Sequence sequence, boolean isDefault) {
            List<SequenceStep> steps = sequence.steps();
            return new SequenceShown(
                    sequence.version(),
                    isDefault,
                    IntStream.range(0, steps.size())
                            .mapToObj(i -> shown(
                                    sequence,
                                    steps.get(i),
                                    i == 0 ? 0 : steps.get(i - 1).dayOffset()))
                            .toList());
        }
    }

    private static StepShown shown(Sequence version, SequenceStep step, int dayBefore) {
        return new StepShown(
                version.clientId().value(),
                step.stepNo(),
                step.channel(),
                step.touchKind(),
                step.dayOffset() - dayBefore,
                step.dayOffset(),
                step.subjectTemplate(),
                step.bodyTemplate(),
                step.purpose(),
                step.skipIf(),
                step.minAls(),
                step.fallbackChannel(),
                fallbackDelay(step),
                step.spareOnly(),
                step.thread(),
                true,
                step.skipIfBounced(),
                version.createdAt(),
                version.createdAt(),
                version.version());
    }

    private static @Nullable Integer fallbackDelay(SequenceStep step) {
        Integer day = step.fallbackDayOffset();
        return day == null ? null : Integer.valueOf(day - step.dayOffset());
    }
}
