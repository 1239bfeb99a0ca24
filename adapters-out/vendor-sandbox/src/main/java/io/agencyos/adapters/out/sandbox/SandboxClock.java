package io.agencyos.adapters.out.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is moved, and never runs back. */
public final class SandboxClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public SandboxClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** Moves to the moment; an earlier one changes nothing. */
    public void advanceTo(Instant moment) {
        now.accumulateAndGet(moment, (current, next) -> next.isAfter(current) ? next : current);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
