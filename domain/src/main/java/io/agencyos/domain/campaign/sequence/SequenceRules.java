package io.agencyos.domain.campaign.sequence;

import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.shared.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What makes a list of steps a sequence, and how relative delays become offsets. Source: outreach 2.1, 2.7, 18. */
public final class SequenceRules {

    public static final int MOST_STEPS = 20;

    private SequenceRules() {}

    /** What is wrong with one field; {@code path} such as {@code steps[2].day_offset}. */
    public record Problem(String path, String reason) {}

    /** Every problem with its field path; empty for a valid sequence. */
    public static List<Problem> problems(List<SequenceStep> steps) {
        List<Problem> problems = new ArrayList<>();
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            problems.add(new Problem("steps", "A sequence has 1 to 20 steps."));
        }
        for (int i = 0; i < steps.size(); i++) {
            step(steps, i, problems);
        }
        return List.copyOf(problems);
    }

    private static void step(List<SequenceStep> steps, int i, List<Problem> problems) {
        SequenceStep step = steps.get(i);
        String path = "steps[" + i + "].";
        if (step.stepNo() != i + 1) {
            problems.add(new Problem(path + "step_no", "Steps are numbered 1 to n without gaps."));
        }
        if (step.dayOffset() < 0 || i > 0 && step.dayOffset() < steps.get(i - 1).dayOffset()) {
            problems.add(new Problem(path + "day_offset", "A step is never due before the one before it."));
        }
        if (step.touchKind().channel() != step.channel()) {
            problems.add(new Problem(path + "touch_kind", "The kind of contact belongs to another channel."));
        }
        if (step.bodyTemplate().isBlank()) {
            problems.add(new Problem(path + "body_template", "A step needs a text."));
        }
        if (step.channel() == Channel.EMAIL
                && !step.bodyTemplate().equals(SequenceStep.SMART_PROMPT)
                && step.subjectTemplate() == null
                && steps.subList(0, i).stream().noneMatch(earlier -> earlier.channel() == Channel.EMAIL)) {
            problems.add(new Problem(path + "subject_template", "The first e-mail needs a subject."));
        }
        if (step.minAls() != null && (step.minAls() < 0 || step.minAls() > 100)) {
            problems.add(new Problem(path + "min_als", "A score is 0 to 100."));
        }
        fallback(step, path, problems);
    }

    private static void fallback(SequenceStep step, String path, List<Problem> problems) {
        Integer day = step.fallbackDayOffset();
        if (step.fallbackChannel() == null && day != null) {
            problems.add(new Problem(path + "fallback_channel", "A fallback day needs a fallback channel."));
        }
        if (step.fallbackChannel() == step.channel()) {
            problems.add(new Problem(path + "fallback_channel", "A fallback is another channel."));
        }
        if (day != null && day < step.dayOffset()) {
            problems.add(new Problem(path + "fallback_day_offset", "A fallback is never due before its step."));
        }
    }

    /** True for 1 to 20 steps numbered 1..n. */
    public static boolean numbered(List<SequenceStep> steps) {
        return !steps.isEmpty()
                && steps.size() <= MOST_STEPS
                && IntStream.range(0, steps.size()).allMatch(i -> steps.get(i).stepNo() == i + 1);
    }

    /** Absolute offsets of delays that each count from the step before: 0,3,2,3,4 → 0,3,5,8,12. */
    public static List<Integer> offsets(List<Integer> delays) {
        List<Integer> offsets = new ArrayList<>();
        int day = 0;
        for (int delay : delays) {
            day += delay;
            offsets.add(day);
        }
        return List.copyOf(offsets);
    }

    /** The version an enrolment takes when {@code newest} appears: only one that has not begun moves to it. */
    public static int pinned(Enrolment enrolment, int newest) {
        return enrolment.state() == EnrolmentState.PENDING ? newest : enrolment.sequenceVersion();
    }
}
