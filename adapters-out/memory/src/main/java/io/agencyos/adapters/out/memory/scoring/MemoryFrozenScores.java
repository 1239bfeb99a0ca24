package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.deal.MemoryMeetingOutcomes;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.outreach.store.SentLog.Sent;
import io.agencyos.application.scoring.store.FrozenScores;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.scoring.tier.HotCostGuard;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** First touches with the score that they point to, and the first booking after each. */
public final class MemoryFrozenScores implements FrozenScores {

    private final MemoryLeadScores scores;
    private final MemorySentLog sent;
    private final MemoryMeetingOutcomes outcomes;

    public MemoryFrozenScores(MemoryLeadScores scores, MemorySentLog sent, MemoryMeetingOutcomes outcomes) {
        this.scores = scores;
        this.sent = sent;
        this.outcomes = outcomes;
    }

    @Override
    public List<Unit> firstTouchedSince(ClientId client, Instant since) {
        Map<LeadId, Sent> first = sent.touches(client).stream()
                .map(MemorySentLog.SentTouch::sent)
                .filter(touch -> touch.touch().origin() == TouchOrigin.SEQUENCE && !touch.test())
                .collect(Collectors.toMap(
                        touch -> touch.touch().leadId(),
                        Function.identity(),
                        BinaryOperator.minBy(Comparator.comparing(Sent::at)
                                .thenComparing(touch -> touch.touch().id().text()))));
        return first.values().stream()
                .filter(touch -> !touch.at().isBefore(since))
                .map(touch -> unit(client, touch))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(unit -> unit.lead().text()))
                .toList();
    }

    private record Started(int score, Instant at) {

        boolean isAheadOf(Started other) {
            return score > other.score || score == other.score && at.isBefore(other.at);
        }
    }

    @Override
    public HotCostGuard.Standing standing(ClientId client, LeadId lead, int score, Instant from, Instant until) {
        Map<LeadId, Started> started = sent.touches(client).stream()
                .map(MemorySentLog.SentTouch::sent)
                .filter(touch -> touch.touchNo() == 1
                        && !touch.test()
                        && !touch.at().isBefore(from)
                        && touch.at().isBefore(until))
                .collect(Collectors.toMap(
                        touch -> touch.touch().leadId(),
                        touch -> new Started(Objects.requireNonNullElse(touch.leadScore(), 0), touch.at())));
        Started listed = started.remove(lead);
        Started own = listed == null ? new Started(score, Instant.MAX) : listed;
        int ahead = (int)
                started.values().stream().filter(other -> other.isAheadOf(own)).count();
        return new HotCostGuard.Standing(ahead, started.size() + 1);
    }

    private Optional<Unit> unit(ClientId client, Sent touch) {
        return Optional.ofNullable(touch.touch().frozen().scoreId())
                .flatMap(id -> scores.find(client, id))
                .map(LeadScores.Entry::frozen)
                .map(frozen -> new Unit(
                        touch.touch().leadId(),
                        frozen,
                        touch.at(),
                        outcomes.of(client, touch.touch().leadId())
                                .filter(entry -> entry.kind() == MeetingOutcomes.Kind.MEETING_BOOKED
                                        && !entry.at().isBefore(touch.at()))
                                .map(MeetingOutcomes.Entry::at)
                                .min(Comparator.naturalOrder())
                                .orElse(null)));
    }
}
