package io.agencyos.adapters.out.memory.conversion;

import static io.agencyos.adapters.out.memory.conversion.MemoryFigures.within;
import static java.util.stream.Collectors.groupingBy;

import io.agencyos.adapters.out.memory.deal.MemoryDeals;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.SaleFigures;
import io.agencyos.application.deal.store.Deals;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.DealStageEvent;
import io.agencyos.domain.deal.LostReason;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.DealId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same counts as the SQL, by walking the deals of the other fakes. */
public final class MemorySaleFigures implements SaleFigures {

    private final MemoryDeals deals;
    private final MemoryMeetings meetings;

    public MemorySaleFigures(MemoryDeals deals, MemoryMeetings meetings) {
        this.deals = deals;
        this.meetings = meetings;
    }

    private Stream<Deal> own(Figures.Over over) {
        return deals.all(over.client())
                .filter(deal -> over.campaign() == null || over.campaign().equals(deal.campaignId()));
    }

    private Stream<Deal> closed(Figures.Over over, boolean won) {
        return own(over).filter(deal -> within(over, deal.closedAt()) && Objects.equals(deal.won(), won));
    }

    private static long cents(Deal deal) {
        return deal.value() == null ? 0 : deal.value().cents();
    }

    private static long cents(List<Deal> all) {
        return all.stream().mapToLong(MemorySaleFigures::cents).sum();
    }

    private record Part(Optional<Channel> channel, DealId deal, long cents) {}

    @Override
    public List<Revenue> revenue(Figures.Over over, AttributionModel model) {
        return closed(over, true)
                .flatMap(deal -> parts(deal, model))
                .collect(groupingBy(Part::channel))
                .entrySet()
                .stream()
                .map(channel -> new Revenue(
                        channel.getKey().orElse(null),
                        (int) channel.getValue().stream()
                                .map(Part::deal)
                                .distinct()
                                .count(),
                        channel.getValue().stream().mapToLong(Part::cents).sum()))
                .sorted(MOST_REVENUE)
                .toList();
    }

    private Stream<Part> parts(Deal deal, AttributionModel model) {
        List<Deals.Credit> credits = deals.attribution(deal.clientId(), deal.id()).stream()
                .filter(credit -> credit.model() == model && credit.millionths() > 0)
                .toList();
        return credits.isEmpty()
                ? Stream.of(new Part(Optional.empty(), deal.id(), cents(deal)))
                : credits.stream().map(credit -> new Part(Optional.of(credit.channel()), deal.id(), credit.cents()));
    }

    @Override
    public Totals totals(Figures.Over over) {
        List<Deal> won = closed(over, true).toList();
        List<Deal> lost = closed(over, false).toList();
        List<Meeting> met = meetings.all(over.client())
                .filter(meeting -> within(over, meeting.scheduledAt()) && Boolean.TRUE.equals(meeting.showedUp()))
                .filter(meeting -> over.campaign() == null || over.campaign().equals(meeting.campaignId()))
                .toList();
        return new Totals(
                (int) own(over).filter(deal -> within(over, deal.createdAt())).count(),
                won.size(),
                lost.size(),
                cents(won),
                median(Stream.concat(won.stream(), lost.stream())
                        .map(deal -> Duration.between(deal.createdAt(), deal.closedAt())
                                .toDays())
                        .sorted()
                        .toList()),
                cents(own(over).filter(deal -> deal.stage().isOpen()).toList()),
                met.size(),
                deals.ofMeetings(over.client(), met.stream().map(Meeting::id).toList())
                        .size());
    }

    private static @Nullable BigDecimal median(List<Long> days) {
        int middle = days.size() / 2;
        return days.isEmpty()
                ? null
                : days.size() % 2 == 1
                        ? BigDecimal.valueOf(days.get(middle) * 10, 1)
                        : BigDecimal.valueOf((days.get(middle - 1) + days.get(middle)) * 5, 1);
    }

    @Override
    public List<Lost> lost(Figures.Over over) {
        record Group(LostReason reason, Optional<DealStage> stage) {}
        return closed(over, false)
                .collect(groupingBy(
                        deal -> new Group(Objects.requireNonNull(deal.lostReason()), before(deal)),
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new Lost(
                        group.getKey().reason(),
                        group.getKey().stage().orElse(null),
                        group.getValue().size(),
                        cents(group.getValue())))
                .sorted(MOST_LOST)
                .toList();
    }

    private Optional<DealStage> before(Deal deal) {
        return deals.history(deal.clientId(), deal.id()).reversed().stream()
                .filter(line -> line.to() == DealStage.CLOSED_LOST)
                .findFirst()
                .map(DealStageEvent::from);
    }
}
