package io.agencyos.adapters.out.sandbox.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What will happen, in the order of time; what falls on one instant is ordered by its name, then by its arrival. */
final class EventQueue {

    /** Something that will happen. */
    record Event(Instant at, String name, long arrival, Runnable effect) {}

    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparing(Event::at).thenComparing(Event::name).thenComparing(Event::arrival));
    private long arrivals;

    void add(Instant at, String name, Runnable effect) {
        events.add(new Event(at, name, arrivals++, effect));
    }

    Optional<Event> takeUntil(Instant until) {
        Event head = events.peek();
        return head == null || head.at().isAfter(until) ? Optional.empty() : Optional.of(events.remove());
    }

    int size() {
        return events.size();
    }
}
