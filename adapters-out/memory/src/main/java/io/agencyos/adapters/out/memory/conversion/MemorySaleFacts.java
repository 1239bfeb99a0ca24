package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.deal.MemoryDeals;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.SaleFacts;
import io.agencyos.application.deal.store.Deals;
import io.agencyos.domain.conversion.detect.Sales;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.DealStageEvent;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same rows by walking meetings and deals. */
public final class MemorySaleFacts implements SaleFacts {

    private final MemoryLearningFacts facts;
    private final LearningTables tables;
    private final MemoryDeals deals;

    public MemorySaleFacts(MemoryLearningFacts facts, LearningTables tables, MemoryDeals deals) {
        this.facts = facts;
        this.tables = tables;
        this.deals = deals;
    }

    @Override
    public Sales sales(ClientId client, LearningFacts.Span meetings, LearningFacts.Span closed, Instant cutOff) {
        List<Deal> all = deals.list(client, Deals.Filter.ALL, Deals.By.CREATED_AT, false, null, Integer.MAX_VALUE);
        List<Deal> over = all.stream()
                .filter(deal -> deal.closedAt() != null && MemoryLearningFacts.within(deal.closedAt(), closed))
                .sorted(Comparator.comparing((Deal deal) -> Objects.requireNonNull(deal.closedAt()))
                        .thenComparing(deal -> deal.id().text()))
                .toList();
        return new Sales(
                tables.meetings()
                        .all(client)
                        .filter(MemorySaleFacts::isHeld)
                        .filter(meeting -> MemoryLearningFacts.within(MeetingFact.time(meeting), meetings))
                        .sorted(Comparator.comparing(MeetingFact::time)
                                .thenComparing(meeting -> meeting.id().text()))
                        .map(meeting -> held(meeting, all, cutOff))
                        .toList(),
                over.stream().map(this::closed).toList(),
                credits(client, over));
    }

    private static boolean isHeld(Meeting meeting) {
        return meeting.scheduledAt() != null && Boolean.TRUE.equals(meeting.showedUp());
    }

    private Sales.HeldMeeting held(Meeting meeting, List<Deal> all, Instant cutOff) {
        Optional<Deal> deal = all.stream()
                .filter(each -> each.createdAt().isBefore(cutOff))
                .filter(each -> meeting.id().equals(each.meetingId())
                        || each.leadId() != null
                                && each.leadId().equals(meeting.leadId())
                                && !each.createdAt().isBefore(MeetingFact.time(meeting)))
                .findFirst();
        Optional<LeadFact> lead = lead(meeting.leadId());
        return new Sales.HeldMeeting(
                meeting.outcome() == MeetingOutcome.GOOD || meeting.outcome() == MeetingOutcome.BAD
                        ? meeting.outcome().wire()
                        : null,
                lead.map(LeadFact::tier).orElse(null),
                lead.map(fact -> fact.in(Who.SIZE)).orElse(null),
                deal.isPresent(),
                deal.map(MemorySaleFacts::cents).orElse(null));
    }

    private Optional<LeadFact> lead(@Nullable LeadId lead) {
        return Optional.ofNullable(lead).flatMap(facts::of);
    }

    private static @Nullable Long cents(Deal deal) {
        return deal.value() == null ? null : deal.value().cents();
    }

    private Sales.ClosedDeal closed(Deal deal) {
        List<DealStageEvent> history = deals.history(deal.clientId(), deal.id());
        Map<String, Integer> days = new TreeMap<>();
        history.forEach(line -> {
            if (line.from() != null && line.from().isOpen()) {
                days.merge(line.from().wire(), line.daysInPrevious(), Integer::sum);
            }
        });
        boolean won = deal.stage() == DealStage.CLOSED_WON;
        Optional<LeadFact> lead = lead(deal.leadId());
        Channel first = deal.path().first();
        return new Sales.ClosedDeal(
                won,
                cents(deal),
                (int) Duration.between(deal.createdAt(), Objects.requireNonNull(deal.closedAt()))
                        .toDays(),
                first == null ? null : first.wire(),
                lead.map(LeadFact::tier).orElse(null),
                lead.map(fact -> fact.in(Who.INDUSTRY)).orElse(null),
                deal.lostReason() == null ? null : deal.lostReason().wire(),
                won ? null : lostAt(history),
                days,
                deal.path().touchesBefore() > 0);
    }

    private static @Nullable String lostAt(List<DealStageEvent> history) {
        return history.reversed().stream()
                .filter(line -> line.to() == DealStage.CLOSED_LOST)
                .flatMap(line -> Optional.ofNullable(line.from()).stream())
                .map(DealStage::wire)
                .findFirst()
                .orElse(null);
    }

    private List<Sales.Credited> credits(ClientId client, List<Deal> over) {
        Map<List<String>, List<Deals.Credit>> grouped = over.stream()
                .filter(deal -> deal.stage() == DealStage.CLOSED_WON)
                .flatMap(deal -> deals.attribution(client, deal.id()).stream())
                .collect(Collectors.groupingBy(credit ->
                        List.of(credit.model().wire(), credit.channel().wire())));
        return grouped.entrySet().stream()
                .map(each -> new Sales.Credited(
                        each.getKey().get(0),
                        each.getKey().get(1),
                        each.getValue().stream()
                                .mapToLong(Deals.Credit::millionths)
                                .sum(),
                        each.getValue().stream().mapToLong(Deals.Credit::cents).sum()))
                .sorted(Comparator.comparing(Sales.Credited::model).thenComparing(Sales.Credited::channel))
                .toList();
    }
}
