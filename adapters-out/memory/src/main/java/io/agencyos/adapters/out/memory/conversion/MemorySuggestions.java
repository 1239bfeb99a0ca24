package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversion.suggest.Suggestion;
import io.agencyos.application.conversion.suggest.Suggestions;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Suggestions and their steps; one pending per key. */
public final class MemorySuggestions implements Suggestions {

    private final MemoryTable<UUID, Suggestion> table;
    private final MemoryTable<UUID, Step> steps;

    public MemorySuggestions(MemoryUnitOfWork units) {
        table = MemoryTable.<UUID, Suggestion>ofTenants(
                        "campaign_suggestion", units, Suggestion::clientId, Suggestion::id)
                .unique(
                        "uq_campaign_suggestion_pending",
                        each -> each.status() == SuggestionStatus.PENDING
                                ? List.of(each.clientId(), each.dedupeKey())
                                : null)
                .writtenBy(Role.WORKER);
        steps = MemoryTable.<UUID, Step>ofTenants("campaign_suggestion_event", units, Step::clientId, Step::id)
                .writtenBy(Role.WORKER);
    }

    @Override
    public Optional<Suggestion> find(ClientId client, UUID id) {
        return table.find(id).filter(each -> each.clientId().equals(client));
    }

    @Override
    public List<Suggestion> list(ClientId client, Filter filter, int limit) {
        return table.rows()
                .filter(each -> each.clientId().equals(client))
                .filter(each -> filter.types().isEmpty() || filter.types().contains(each.type()))
                .filter(each -> filter.statuses().isEmpty() || filter.statuses().contains(each.status()))
                .filter(each -> filter.campaign() == null || filter.campaign().equals(each.campaignId()))
                .sorted(Comparator.comparing(Suggestion::priority)
                        .thenComparing(Suggestion::createdAt)
                        .reversed()
                        .thenComparing(Suggestion::id))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Suggestion> toMeasure(ClientId client, Instant appliedUntil) {
        return table.rows()
                .filter(each -> each.clientId().equals(client) && each.status() == SuggestionStatus.APPLIED)
                .filter(each -> each.metrics().measured() == null)
                .filter(each -> each.appliedAt() != null && !each.appliedAt().isAfter(appliedUntil))
                .sorted(Comparator.comparing((Suggestion each) -> Objects.requireNonNull(each.appliedAt()))
                        .thenComparing(Suggestion::id))
                .toList();
    }

    @Override
    public void insert(Suggestion suggestion) {
        table.insert(suggestion);
    }

    @Override
    public Suggestion update(Suggestion suggestion) {
        find(suggestion.clientId(), suggestion.id())
                .filter(stored -> stored.version() == suggestion.version())
                .orElseThrow(() -> new ConcurrentUpdate("campaign suggestion " + suggestion.id()));
        Suggestion next = suggestion.next();
        table.put(next);
        return next;
    }

    @Override
    public void append(Step step) {
        steps.insert(step);
    }

    @Override
    public List<Step> history(ClientId client, UUID suggestion) {
        return steps.rows()
                .filter(step ->
                        step.clientId().equals(client) && step.suggestion().equals(suggestion))
                .sorted(Comparator.comparing(Step::at).thenComparing(Step::id))
                .toList();
    }
}
