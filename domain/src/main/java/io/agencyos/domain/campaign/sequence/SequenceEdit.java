package io.agencyos.domain.campaign.sequence;

import io.agencyos.domain.shared.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One change of a sequence's steps. They are numbered 1 to n afterwards, and each keeps its distance to the step before
 * it, which is what people set; days are the sums. Source: outreach 2.1, 2.7, api 8, 9.4.
 */
public sealed interface SequenceEdit {

    /** The steps after the change, not yet checked by {@link SequenceRules}; unchanged where there is no such step. */
    List<SequenceStep> applied(List<SequenceStep> steps);

    /** Whether the change names only steps that there are. */
    boolean fits(List<SequenceStep> steps);

    /** A step more, at its own number; later ones move up. */
    record Insert(SequenceStep step) implements SequenceEdit {
        @Override
        public List<SequenceStep> applied(List<SequenceStep> steps) {
            List<SequenceStep> changed = new ArrayList<>(steps);
            if (fits(steps)) {
                int at = step.stepNo() - 1;
                int before = at == 0 ? 0 : steps.get(at - 1).dayOffset();
                changed.add(at, step);
                return numbered(changed, at + 1, step.dayOffset() - before);
            }
            return changed;
        }

        @Override
        public boolean fits(List<SequenceStep> steps) {
            return step.stepNo() >= 1 && step.stepNo() <= steps.size() + 1;
        }
    }

    /** Another step in the place of the one with its number. */
    record Replace(SequenceStep step) implements SequenceEdit {
        @Override
        public List<SequenceStep> applied(List<SequenceStep> steps) {
            List<SequenceStep> changed = new ArrayList<>(steps);
            if (fits(steps)) {
                int at = step.stepNo() - 1;
                changed.set(at, step);
                return numbered(
                        changed, at + 1, step.dayOffset() - steps.get(at).dayOffset());
            }
            return changed;
        }

        @Override
        public boolean fits(List<SequenceStep> steps) {
            return step.stepNo() >= 1 && step.stepNo() <= steps.size();
        }
    }

    /** One step less; the gap closes, and the next step keeps its distance to what is then before it. */
    record Delete(int stepNo) implements SequenceEdit {
        @Override
        public List<SequenceStep> applied(List<SequenceStep> steps) {
            List<SequenceStep> changed = new ArrayList<>(steps);
            if (fits(steps)) {
                int at = stepNo - 1;
                changed.remove(at);
                int before = at == 0
                        ? steps.get(Math.min(1, changed.size())).dayOffset()
                        : steps.get(at).dayOffset();
                int stays = at == 0
                        ? steps.getFirst().dayOffset()
                        : steps.get(at - 1).dayOffset();
                return numbered(changed, at, stays - before);
            }
            return changed;
        }

        @Override
        public boolean fits(List<SequenceStep> steps) {
            return stepNo >= 1 && stepNo <= steps.size();
        }
    }

    /**
     * The same steps in another order; the days stay where they are, so that what comes first is due first.
     *
     * @param numbers a permutation of 1 to n
     */
    record Order(List<Integer> numbers) implements SequenceEdit {

        public Order {
            numbers = List.copyOf(numbers);
        }

        @Override
        public List<SequenceStep> applied(List<SequenceStep> steps) {
            if (!fits(steps)) {
                return steps;
            }
            return IntStream.range(0, steps.size())
                    .mapToObj(i ->
                            steps.get(numbers.get(i) - 1).at(i + 1, steps.get(i).dayOffset()))
                    .toList();
        }

        @Override
        public boolean fits(List<SequenceStep> steps) {
            return numbers.stream()
                    .sorted()
                    .toList()
                    .equals(IntStream.rangeClosed(1, steps.size()).boxed().toList());
        }
    }

    /** The steps of a template, for these senders; what was edited is given up. */
    record Reset(SequenceTemplate template, Set<Channel> senders) implements SequenceEdit {

        public Reset {
            senders = Set.copyOf(senders);
        }

        @Override
        public List<SequenceStep> applied(List<SequenceStep> steps) {
            return template.steps(senders);
        }

        @Override
        public boolean fits(List<SequenceStep> steps) {
            return true;
        }
    }

    /** Numbered anew, with everything from this place on moved by so many days. */
    private static List<SequenceStep> numbered(List<SequenceStep> steps, int from, int days) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> steps.get(i).at(i + 1, steps.get(i).dayOffset() + (i < from ? 0 : days)))
                .toList();
    }
}
