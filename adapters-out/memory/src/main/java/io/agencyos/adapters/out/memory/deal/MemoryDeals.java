package io.agencyos.adapters.out.memory.deal;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.deal.store.Deals;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.DealStageEvent;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deals, their history and the credit of the touches before them. */
public final class MemoryDeals implements Deals {

    private record Shared(ClientId client, DealId deal, Credit credit) {}

    private record Key(DealId deal, AttributionModel model, TouchId touch) {}

    private final MemoryTable<DealId, Deal> deals;
    private final MemoryTable<UUID, DealStageEvent> lines;
    private final MemoryTable<Key, Shared> credits;

    public MemoryDeals(MemoryUnitOfWork units) {
        deals = MemoryTable.ofTenants("deal", units, Deal::clientId, Deal::id);
        lines = MemoryTable.<UUID, DealStageEvent>ofTenants(
                        "deal_stage_event", units, DealStageEvent::clientId, DealStageEvent::id)
                .writtenBy(Role.WORKER);
        credits = MemoryTable.<Key, Shared>ofTenants(
                        "attribution",
                        units,
                        Shared::client,
                        shared -> new Key(
                                shared.deal(),
                                shared.credit().model(),
                                shared.credit().touch()))
                .writtenBy(Role.WORKER);
    }

    @Override
    public void insert(Deal deal) {
        deals.insert(deal);
    }

    @Override
    public Optional<Deal> find(ClientId client, DealId id) {
        return deals.find(id).filter(deal -> deal.clientId().equals(client));
    }

    @Override
    public Optional<Deal> findForUpdate(ClientId client, DealId id) {
        return find(client, id);
    }

    @Override
    public Map<MeetingId, DealId> ofMeetings(ClientId client, Collection<MeetingId> meetings) {
        Map<MeetingId, DealId> newest = new HashMap<>();
        all(client)
                .sorted(comparing(Deal::createdAt).thenComparing(ById.ascending(Deal::id)))
                .forEach(deal -> {
                    if (deal.meetingId() != null && meetings.contains(deal.meetingId())) {
                        newest.put(deal.meetingId(), deal.id());
                    }
                });
        return newest;
    }

    @Override
    public Deal update(Deal deal) {
        find(deal.clientId(), deal.id())
                .filter(stored -> stored.version() == deal.version())
                .orElseThrow(() -> new ConcurrentUpdate("deal " + deal.id()));
        Deal next = deal.change().atVersion(deal.version() + 1).done();
        deals.put(next);
        return next;
    }

    @Override
    public void append(DealStageEvent line) {
        lines.insert(line);
    }

    @Override
    public List<DealStageEvent> history(ClientId client, DealId id) {
        return lines.rows()
                .filter(line -> line.clientId().equals(client) && line.deal().equals(id))
                .sorted(comparing(DealStageEvent::at)
                        .thenComparing(line -> line.id().toString()))
                .toList();
    }

    @Override
    public List<Deal> list(
            ClientId client, Filter filter, By by, boolean descending, @Nullable After after, int limit) {
        Comparator<Deal> ascending = ascending(by);
        Comparator<Deal> order = descending ? ascending.reversed() : ascending;
        return all(client)
                .filter(deal -> shows(filter, deal))
                .sorted(order)
                .filter(deal -> after == null || isBehind(by, deal, after, descending))
                .limit(limit)
                .toList();
    }

    private static Comparator<Deal> ascending(By by) {
        return comparing((Deal deal) -> place(by, by.key(deal))).thenComparing(ById.ascending(Deal::id));
    }

    /** The key of a place as the order compares it. */
    @SuppressWarnings("unchecked")
    private static Comparable<Object> place(By by, String key) {
        Comparable<?> place = switch (by) {
            case CREATED_AT -> Instant.parse(key);
            case EXPECTED_CLOSE_DATE -> LocalDate.parse(key);
            case VALUE_CENTS -> Long.valueOf(key);
        };
        return (Comparable<Object>) place;
    }

    private static boolean isBehind(By by, Deal deal, After after, boolean descending) {
        int order = place(by, by.key(deal)).compareTo(place(by, after.key()));
        int behind = order == 0 ? deal.id().text().compareTo(after.id().text()) : order;
        return descending ? behind < 0 : behind > 0;
    }

    private static boolean shows(Filter filter, Deal deal) {
        LocalDate expected = deal.expectedCloseDate();
        return (filter.stages() == null || filter.stages().contains(deal.stage()))
                && (filter.matches() == null
                        || filter.matches().contains(deal.leadId() == null ? Match.UNMATCHED : Match.MATCHED))
                && (filter.lead() == null || filter.lead().equals(deal.leadId()))
                && (filter.campaign() == null || filter.campaign().equals(deal.campaignId()))
                && (filter.expectedFrom() == null || expected != null && !expected.isBefore(filter.expectedFrom()))
                && (filter.expectedUntil() == null || expected != null && expected.isBefore(filter.expectedUntil()))
                && (filter.q() == null || SearchText.folded(deal.name()).contains(SearchText.folded(filter.q())));
    }

    @Override
    public List<StageTotal> pipeline(ClientId client) {
        Map<DealStage, List<Deal>> stages =
                all(client).collect(Collectors.groupingBy(Deal::stage, TreeMap::new, Collectors.toList()));
        return stages.entrySet().stream()
                .map(stage -> new StageTotal(
                        stage.getKey(),
                        stage.getValue().size(),
                        stage.getValue().stream()
                                .mapToLong(deal ->
                                        deal.value() == null ? 0 : deal.value().cents())
                                .sum(),
                        stage.getValue().stream().mapToLong(Deal::weightedCents).sum()))
                .toList();
    }

    @Override
    public void attribute(ClientId client, DealId id, List<Credit> shares) {
        shares.forEach(credit -> credits.put(new Shared(client, id, credit)));
    }

    @Override
    public List<Credit> attribution(ClientId client, DealId id) {
        return credits.rows()
                .filter(shared ->
                        shared.client().equals(client) && shared.deal().equals(id))
                .map(Shared::credit)
                .sorted(comparing(Credit::model).thenComparing(Credit::position))
                .toList();
    }

    /** Every deal of a tenant; for reports. */
    public Stream<Deal> all(ClientId client) {
        return deals.rows().filter(deal -> deal.clientId().equals(client));
    }
}
