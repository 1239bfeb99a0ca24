package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.deal.TwinCalendar;
import io.agencyos.application.outreach.sandbox.OutsideWorld;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Worlds that know which messages reached them and remember what they were told. */
public final class FakeOutsideWorld implements OutsideWorld, TwinCalendar {

    private static final int MINUTES = 30;

    /** What there is around one twin. */
    private static final class Around {
        private final Set<String> messages = new java.util.HashSet<>();
        private final Map<UUID, Act> acts = new LinkedHashMap<>();
        private final Map<UUID, Booking> bookings = new LinkedHashMap<>();
    }

    private final Map<ClientId, Around> worlds = new HashMap<>();

    /** From now on the twin has a world. */
    public synchronized void open(ClientId twin) {
        worlds.putIfAbsent(twin, new Around());
    }

    /** A message with this key is outside. */
    public synchronized void reached(ClientId twin, String key) {
        worlds.get(twin).messages.add(key);
    }

    /** What was done, oldest first. */
    public synchronized List<Act> acts(ClientId twin) {
        return new ArrayList<>(worlds.get(twin).acts.values());
    }

    /** What was booked, oldest first. */
    public synchronized List<Booking> bookings(ClientId twin) {
        return new ArrayList<>(worlds.get(twin).bookings.values());
    }

    @Override
    public synchronized Answer act(ClientId twin, Act act) {
        Around around = worlds.get(twin);
        if (around == null) {
            return new Answer.Away("There is no world here.");
        }
        if (!around.messages.contains(act.key())) {
            return new Answer.NotReached("This was not sent yet.");
        }
        if (!act.kind().happensOn(act.channel())) {
            return new Answer.Impossible("The vendor tells of nothing like this.");
        }
        around.acts.putIfAbsent(act.id(), act);
        return new Answer.Taken();
    }

    @Override
    public synchronized Answer book(ClientId twin, Booking booking) {
        Around around = worlds.get(twin);
        if (around == null) {
            return new Answer.Away("There is no world here.");
        }
        around.bookings.putIfAbsent(booking.id(), booking);
        return new Answer.Taken();
    }

    @Override
    public synchronized List<Entry> entries(ClientId twin) {
        Around around = worlds.get(twin);
        return around == null
                ? List.of()
                : around.bookings.values().stream()
                        .map(one -> new Entry(one.id().toString(), one.by(), one.meetingAt(), MINUTES))
                        .toList();
    }
}
