package io.agencyos.application.outreach.suppression;

import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.lead.store.Suppressions.Key;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One read, one write and one walk over who is under way, however many entries there are. */
final class SuppressNowService implements SuppressNow {

    private final Suppressions suppressions;
    private final SuppressionSweep sweep;
    private final SuppressionKeys keys;
    private final ClockPort clock;
    private final IdSource ids;

    SuppressNowService(
            Suppressions suppressions, SuppressionSweep sweep, SuppressionKeys keys, ClockPort clock, IdSource ids) {
        this.suppressions = suppressions;
        this.sweep = sweep;
        this.keys = keys;
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

    @Override
    public void enterPeople(ClientId client, Collection<Lead> people, Wanted wanted) {
        Instant now = clock.now();
        Map<Key, Suppression> entries = new LinkedHashMap<>();
        for (Lead lead : people) {
            SuppressionId group = new SuppressionId(ids.next());
            KeepSuppressionsService.ofPerson(lead)
                    .forEach(key -> entries.putIfAbsent(key, entry(client, key, wanted, group, now)));
        }
        suppressions.add(List.copyOf(entries.values()));
        stop(client, suppressions.findByKeys(client, entries.keySet()));
    }

    private Suppression entry(ClientId client, Key key, Wanted wanted, SuppressionId group, Instant now) {
        SuppressionId id = new SuppressionId(ids.next());
        return new Suppression(
                id,
                client,
                key.type(),
                key.value(),
                wanted.reason(),
                wanted.source(),
                group,
                wanted.note(),
                now,
                null,
                0);
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
                .sorted(Comparator.comparing(LeadId::text))
                .forEach(lead -> sweep.stop(client, lead, Objects.requireNonNull(named.get(lead))));
    }

    @Override
    public Map<Key, Entered> enterNew(ClientId client, Map<Key, Wanted> wanted) {
        Map<Key, Suppression> before = suppressions.findByKeys(client, wanted.keySet());
        Map<Key, Wanted> fresh = new LinkedHashMap<>(wanted);
        fresh.entrySet().removeIf(entry -> {
            Suppression stood = before.get(entry.getKey());
            return stood != null && !entry.getValue().reason().isStrongerThan(stood.reason());
        });
        return enter(client, fresh);
    }

    @Override
    public Set<SuppressionId> withdraw(
            ClientId client, Collection<SuppressionId> entries, Set<SuppressionReason> reasons) {
        return withdraw(client, entries, entry -> reasons.contains(entry.reason()));
    }

    @Override
    public Set<SuppressionId> withdrawUntouched(
            ClientId client, Collection<SuppressionId> entries, Set<SuppressionReason> reasons) {
        return withdraw(client, entries, entry -> reasons.contains(entry.reason()) && entry.version() == 0);
    }

    private Set<SuppressionId> withdraw(
            ClientId client, Collection<SuppressionId> entries, Predicate<Suppression> which) {
        Instant now = clock.now();
        List<Suppression> standing =
                suppressions.findAll(client, entries).stream().filter(which).toList();
        suppressions.removeAll(client, standing, now);
        return standing.stream().map(Suppression::id).collect(Collectors.toSet());
    }

    @Override
    public Result<Key, InputProblem> read(SuppressionKeyType type, String text, Country home) {
        return keys.read(type, text, home);
    }
}
