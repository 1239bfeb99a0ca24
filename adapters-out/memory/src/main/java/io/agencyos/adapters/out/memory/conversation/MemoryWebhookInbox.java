package io.agencyos.adapters.out.memory.conversation;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inbound events by feed and key. */
public final class MemoryWebhookInbox implements WebhookInbox {

    private record Row(
            Key key,
            Content content,
            State state,
            int attempts,
            Instant receivedAt,
            @Nullable Instant due,
            @Nullable String error,
            boolean emptied,
            @Nullable LeadId assigned,
            boolean pushed,
            boolean yields) {

        private Row pushedAfterAll() {
            return new Row(key, content, state, attempts, receivedAt, due, error, emptied, assigned, true, yields);
        }

        private Row standing(State next, int attempt, @Nullable Instant at, @Nullable String why) {
            return new Row(key, content, next, attempt, receivedAt, at, why, emptied, assigned, pushed, yields);
        }
    }

    private static final Comparator<After> NEWEST_FIRST = Comparator.comparing(After::receivedAt)
            .reversed()
            .thenComparing(after -> after.key().feed().id())
            .thenComparing(after -> after.key().key());

    private final MemoryTable<Key, Row> table;

    public MemoryWebhookInbox(MemoryUnitOfWork units) {
        table = MemoryTable.ofPlatform("webhook_inbox", units, Row::key);
    }

    @Override
    public Set<Key> store(Collection<Arrival> arrivals) {
        Set<Key> fresh = new LinkedHashSet<>();
        for (Arrival arrival : arrivals) {
            Row known = table.find(arrival.key()).orElse(null);
            if (known == null) {
                table.insert(row(arrival));
                fresh.add(arrival.key());
            } else if (arrival.pushed() && !known.pushed()) {
                table.put(known.pushedAfterAll());
            }
        }
        return fresh;
    }

    @Override
    public List<Count> counts(ClientId client, String vendor, Instant from, Instant until) {
        Map<String, List<Row>> byType = table.rows()
                .filter(row -> row.key().feed().equals(new Feed(vendor, client)) && row.due() == null)
                .filter(row -> row.content() instanceof Content.Event(InboundEvent event)
                        && !event.at().isBefore(from)
                        && event.at().isBefore(until)
                        && !row.receivedAt().isBefore(from))
                .collect(Collectors.groupingBy(row -> row.content().type(), TreeMap::new, Collectors.toList()));
        return byType.entrySet().stream()
                .map(type -> new Count(type.getKey(), type.getValue().size(), (int)
                        type.getValue().stream().filter(Row::pushed).count()))
                .toList();
    }

    private static Row row(Arrival arrival) {
        Instant at = arrival.receivedAt();
        return switch (arrival.content()) {
            case Content.Event event ->
                new Row(
                        arrival.key(),
                        event,
                        State.RECEIVED,
                        0,
                        at,
                        at,
                        null,
                        false,
                        null,
                        arrival.pushed(),
                        arrival.yields());
            case Content.Unreadable unreadable ->
                new Row(
                        arrival.key(),
                        unreadable,
                        State.DEAD,
                        0,
                        at,
                        null,
                        unreadable.error(),
                        false,
                        null,
                        arrival.pushed(),
                        false);
            case Content.Unknown unknown ->
                new Row(arrival.key(), unknown, State.IGNORED, 0, at, null, null, false, null, arrival.pushed(), false);
        };
    }

    @Override
    public List<Claimed> claim(@Nullable ClientId only, Instant now, Instant leaseUntil, int limit) {
        return claim(row -> only == null || row.key().feed().client().equals(only), now, leaseUntil, limit);
    }

    @Override
    public List<Claimed> claim(Collection<Key> only, Instant now, Instant leaseUntil) {
        return claim(row -> only.contains(row.key()), now, leaseUntil, only.size());
    }

    private List<Claimed> claim(Predicate<Row> wanted, Instant now, Instant leaseUntil, int limit) {
        return table.rows()
                .filter(wanted)
                .filter(row ->
                        isOpen(row.state()) && row.due() != null && !row.due().isAfter(now))
                .sorted(comparing(Row::yields)
                        .thenComparing(Row::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> row.key().feed().id())
                        .thenComparing(row -> row.key().key()))
                .limit(limit)
                .map(row -> row.standing(State.PROCESSING, row.attempts() + 1, leaseUntil, row.error()))
                .map(row -> {
                    table.put(row);
                    return new Claimed(
                            row.key(),
                            ((Content.Event) row.content()).event(),
                            row.receivedAt(),
                            row.attempts(),
                            row.assigned());
                })
                .toList();
    }

    private static boolean isOpen(State state) {
        return switch (state) {
            case RECEIVED, UNMATCHED, PROCESSING -> true;
            case DONE, IGNORED, DEAD -> false;
        };
    }

    @Override
    public void settle(Collection<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            Claimed claimed = verdict.claimed();
            Row held = table.find(claimed.key())
                    .filter(row -> row.state() == State.PROCESSING && row.attempts() == claimed.attempts())
                    .orElseThrow(() -> new ConcurrentUpdate("inbound event " + claimed.key()));
            table.put(held.standing(verdict.state(), held.attempts(), verdict.nextAttempt(), verdict.error()));
        }
    }

    @Override
    public Map<Key, State> states(Collection<Key> keys) {
        return keys.stream()
                .flatMap(key -> table.find(key).stream())
                .collect(Collectors.toMap(Row::key, Row::state, (one, same) -> one));
    }

    @Override
    public List<Entry> list(ClientId client, State state, int limit) {
        return table.rows()
                .filter(row -> row.key().feed().client().equals(client) && row.state() == state)
                .sorted(comparing(Row::receivedAt)
                        .reversed()
                        .thenComparing(row -> row.key().key()))
                .limit(limit)
                .map(MemoryWebhookInbox::entry)
                .toList();
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.key(), row.content().type(), row.state(), row.attempts(), row.receivedAt(), row.due(), row.error());
    }

    @Override
    public List<Entry> search(Search search, @Nullable After after, int limit) {
        return table.rows()
                .filter(row ->
                        search.vendor() == null || row.key().feed().vendor().equals(search.vendor()))
                .filter(row -> search.states() == null || search.states().contains(row.state()))
                .filter(row ->
                        search.client() == null || row.key().feed().client().equals(search.client()))
                .map(MemoryWebhookInbox::entry)
                .filter(entry -> after == null || NEWEST_FIRST.compare(place(entry), after) > 0)
                .sorted((one, other) -> NEWEST_FIRST.compare(place(one), place(other)))
                .limit(limit)
                .toList();
    }

    private static After place(Entry entry) {
        return new After(entry.receivedAt(), entry.key());
    }

    @Override
    public Map<ClientId, Waiting> waiting(Collection<String> types, Instant before) {
        return table.rows()
                .filter(row -> hadNoEffect(row.state())
                        && types.contains(row.content().type())
                        && row.receivedAt().isBefore(before))
                .collect(Collectors.toMap(
                        row -> row.key().feed().client(),
                        row -> new Waiting(1, row.receivedAt()),
                        (one, other) -> new Waiting(
                                one.events() + other.events(),
                                one.since().isBefore(other.since()) ? one.since() : other.since())));
    }

    private static boolean hadNoEffect(State state) {
        return switch (state) {
            case RECEIVED, PROCESSING, DEAD -> true;
            case DONE, IGNORED, UNMATCHED -> false;
        };
    }

    @Override
    public boolean discard(Key key, String reason, Instant now) {
        return table.find(key)
                .filter(row -> row.state() == State.DEAD || row.state() == State.UNMATCHED)
                .map(row -> {
                    table.put(row.standing(State.IGNORED, row.attempts(), null, reason));
                    return true;
                })
                .orElse(false);
    }

    @Override
    public boolean assign(Key key, LeadId lead, Instant now) {
        return table.find(key)
                .filter(row -> row.state() == State.UNMATCHED && !row.emptied())
                .map(row -> {
                    table.put(new Row(
                            key,
                            row.content(),
                            State.RECEIVED,
                            0,
                            row.receivedAt(),
                            now,
                            null,
                            row.emptied(),
                            lead,
                            row.pushed(),
                            row.yields()));
                    return true;
                })
                .orElse(false);
    }

    @Override
    public boolean replay(Key key, Instant now) {
        return table.find(key)
                .filter(row -> (row.state() == State.DEAD || row.state() == State.UNMATCHED)
                        && row.content() instanceof Content.Event
                        && !row.emptied())
                .map(row -> {
                    table.put(row.standing(State.RECEIVED, 0, now, null));
                    return true;
                })
                .orElse(false);
    }

    @Override
    public int emptyOld(Instant now, int most) {
        List<Row> old = table.rows()
                .filter(row -> row.due() == null && !row.emptied())
                .filter(row -> row.receivedAt().isBefore(now.minus(PAYLOAD_KEPT)))
                .limit(most)
                .toList();
        old.forEach(row -> table.put(new Row(
                row.key(),
                row.content(),
                row.state(),
                row.attempts(),
                row.receivedAt(),
                row.due(),
                row.error(),
                true,
                row.assigned(),
                row.pushed(),
                row.yields())));
        return old.size();
    }

    @Override
    public int removeOld(Instant now, int most) {
        List<Row> old = table.rows()
                .filter(row -> row.due() == null)
                .filter(row ->
                        row.receivedAt().isBefore(now.minus(row.state() == State.UNMATCHED ? UNMATCHED_KEPT : KEPT)))
                .limit(most)
                .toList();
        old.forEach(row -> table.remove(row.key()));
        return old.size();
    }
}
