package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.outreach.MemoryCallLog;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.application.resource.seat.SeatTries;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Invitations among the touches for which a call was begun. */
public final class MemorySeatTries implements SeatTries {

    private static final Set<TouchState> TAKEN = Set.of(TouchState.SENT, TouchState.UNKNOWN, TouchState.ABANDONED);

    private final MemoryTouches touches;
    private final MemoryCallLog calls;

    public MemorySeatTries(MemoryTouches touches, MemoryCallLog calls) {
        this.touches = touches;
        this.calls = calls;
    }

    @Override
    public Map<SeatId, Tried> invitations(ClientId client, Instant since) {
        Set<TouchId> called = calls.startedAfter(client, since);
        Map<SeatId, Tried> tried = new HashMap<>();
        touches.all(client)
                .filter(touch -> touch.kind() == TouchKind.LI_INVITE && touch.resourceId() != null)
                .filter(touch -> called.contains(touch.id()))
                .forEach(touch -> tried.merge(
                        new SeatId(Objects.requireNonNull(touch.resourceId()).value()),
                        one(touch),
                        MemorySeatTries::sum));
        return tried;
    }

    private static Tried one(Touch touch) {
        return new Tried(1, TAKEN.contains(touch.state()) ? 1 : 0);
    }

    private static Tried sum(Tried a, Tried b) {
        return new Tried(a.attempted() + b.attempted(), a.sent() + b.sent());
    }
}
