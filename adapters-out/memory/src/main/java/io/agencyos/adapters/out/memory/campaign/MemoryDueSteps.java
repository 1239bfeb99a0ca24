package io.agencyos.adapters.out.memory.campaign;

import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.EnrolmentId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Steps that are due, counted. */
final class MemoryDueSteps {

    private static final Set<TouchState> LEAVING =
            EnumSet.of(TouchState.QUEUED, TouchState.DISPATCHING, TouchState.UNKNOWN);

    private MemoryDueSteps() {}

    static Map<Channel, Integer> byChannel(
            Stream<Enrolment> runs, Stream<Touch> touches, Function<Enrolment, Sequence> sequences, Instant until) {
        Set<EnrolmentId> leaving = touches.filter(touch -> LEAVING.contains(touch.state()))
                .map(Touch::enrolmentId)
                .collect(Collectors.toSet());
        Map<Channel, Integer> due = new EnumMap<>(Channel.class);
        runs.filter(run -> run.state().maySend() && run.nextStep() != null)
                .filter(run -> run.nextDueAt() != null && run.nextDueAt().isBefore(until))
                .filter(run -> !leaving.contains(run.id()))
                .forEach(run -> due.merge(
                        sequences
                                .apply(run)
                                .step(Objects.requireNonNull(run.nextStep()))
                                .channel(),
                        1,
                        Integer::sum));
        return due;
    }
}
