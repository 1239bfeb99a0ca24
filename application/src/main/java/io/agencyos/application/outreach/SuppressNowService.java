package io.agencyos.application.outreach;

import io.agencyos.application.lead.Suppressions;
import io.agencyos.application.lead.Suppressions.Key;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.SuppressionId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One read, one write and one walk over who is under way, however many entries there are. */
final class SuppressNowService implements SuppressNow {

    private final Suppressions suppressions;
    private final SuppressionSweep sweep;
    private final ClockPort clock;
    private final IdSource ids;

    SuppressNowService(Suppressions suppressions, SuppressionSweep sweep, ClockPort clock, IdSource ids) {
        this.suppressions = suppressions;
        this.sweep = sweep;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Map<Key, Entered> enter(ClientId client, Map<Key, Wanted> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Key, Suppression> before = suppressions.findByKeys(client, wanted.keySet());
        Instant now = clock.now();
        suppressions.add(wanted.entrySet().stream()
                .map(entry -> entry(client, entry.getKey(), entry.getValue(), now))
                .toList());
        Map<Key, Suppression> after = suppressions.findByKeys(client, wanted.keySet());
        stop(client, after);
        Map<Key, Entered> entered = new LinkedHashMap<>();
        after.forEach((key, entry) -> {
            Suppression stood = before.get(key);
            entered.put(key, new Entered(entry, stood == null, stood != null && stood.reason() != entry.reason()));
        });
        return entered;
    }

    private Suppression entry(ClientId client, Key key, Wanted wanted, Instant now) {
        SuppressionId id = new SuppressionId(ids.next());
        return new Suppression(
                id, client, key.type(), key.value(), wanted.reason(), wanted.source(), id, wanted.note(), now, null, 0);
    }

    private void stop(ClientId client, Map<Key, Suppression> entries) {
        Map<LeadId, Suppression> named = new HashMap<>();
        sweep.named(client, List.copyOf(entries.values()), named::putIfAbsent);
        named.keySet().stream()
                .sorted(java.util.Comparator.comparing(LeadId::text))
                .forEach(lead -> sweep.stop(client, lead, java.util.Objects.requireNonNull(named.get(lead))));
    }

    @Override
    public Set<SuppressionId> withdraw(
            ClientId client, Collection<SuppressionId> entries, Set<SuppressionReason> reasons) {
        Instant now = clock.now();
        List<Suppression> standing = entries.stream()
                .distinct()
                .flatMap(id -> suppressions.find(client, id).stream())
                .filter(entry -> reasons.contains(entry.reason()))
                .toList();
        standing.forEach(entry -> suppressions.remove(entry, now));
        return standing.stream().map(Suppression::id).collect(Collectors.toSet());
    }
}
