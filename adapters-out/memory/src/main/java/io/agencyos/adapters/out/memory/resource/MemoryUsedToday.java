package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.resource.lending.UsedToday;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The day's counters of each resource. */
public final class MemoryUsedToday implements UsedToday {

    private static final List<QuotaMetric> COUNTED = List.of(
            QuotaMetric.EMAIL_TOTAL,
            QuotaMetric.MAILBOX_TOTAL,
            QuotaMetric.VOICE,
            QuotaMetric.SMS,
            QuotaMetric.CAMPAIGN_TOUCHES);

    private final Quotas quotas;

    public MemoryUsedToday(Quotas quotas) {
        this.quotas = quotas;
    }

    @Override
    public Map<ResourceId, Integer> of(ClientId client, Collection<ResourceId> resources, Instant midnight) {
        List<Quotas.Counter> wanted = resources.stream()
                .flatMap(id -> COUNTED.stream().map(metric -> new Quotas.Counter(id.value(), metric, midnight)))
                .toList();
        Map<ResourceId, Integer> used = new HashMap<>();
        quotas.counts(client, wanted)
                .forEach((counter, count) -> used.merge(new ResourceId(counter.target()), count.taken(), Integer::sum));
        return used;
    }
}
