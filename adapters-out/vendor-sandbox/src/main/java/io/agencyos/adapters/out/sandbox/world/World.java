package io.agencyos.adapters.out.sandbox.world;

import io.agencyos.adapters.out.sandbox.dice.Dice;
import io.agencyos.adapters.out.sandbox.ledger.Ledger;
import io.agencyos.adapters.out.sandbox.population.Population;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One room that is entered by one at a time: the clock, what will happen, who lives here. Calls to the product are made
 * after the room is left, so that the product may call back.
 */
public final class World implements AutoCloseable {

    /** Hears of every step of time. */
    @FunctionalInterface
    public interface StepLog {
        void stepped(Instant until, int events);
    }

    private final InstantSource clock;
    private final Tempo tempo;
    private final Dice dice;
    private final Population population;
    private final Ledger ledger = new Ledger();
    private final EventQueue queue = new EventQueue();
    private final Courier courier;
    private final ReentrantLock room = new ReentrantLock();
    private final ReentrantLock pumping = new ReentrantLock();
    private final List<Booking> bookings = new ArrayList<>();
    private final Map<String, Integer> received = new HashMap<>();
    private final List<Runnable> announcements = new ArrayList<>();
    private List<Outgoing> outbox = new ArrayList<>();
    private Instant now = Instant.MIN;
    private boolean reliving;
    private StepLog stepLog = (until, events) -> {};

    public World(InstantSource clock, long seed, Population population, int lanes, Duration patience, Tempo tempo) {
        this.clock = clock;
        this.tempo = tempo;
        this.dice = new Dice(seed);
        this.population = population;
        this.courier = new Courier(lanes, patience);
    }

    /** From here on this makes the calls to the product. */
    public void callBy(Caller caller) {
        courier.callBy(caller);
    }

    public Dice dice() {
        return dice;
    }

    public Population population() {
        return population;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Told of every step of time before its calls go out. */
    public void onStep(StepLog log) {
        stepLog = log;
    }

    /** Runs something while nobody else is in the room, at the clock's time. */
    public <T> T inside(Supplier<T> action) {
        return at(clock.instant(), action);
    }

    /** As {@link #inside}, at a given time: how a journal is lived through again. */
    public <T> T at(Instant time, Supplier<T> action) {
        room.lock();
        try {
            now = time.isAfter(now) ? time : now;
            return action.get();
        } finally {
            room.unlock();
        }
    }

    /** The moment inside the room: of the event that is happening, else of the clock; never runs back between requests. */
    public Instant now() {
        return now;
    }

    /** Something will happen; the name orders what falls on one instant. */
    public void schedule(Instant at, String name, Runnable effect) {
        queue.add(tempo.hastened(now, at), name, effect);
    }

    /** Something will happen at exactly this moment, however fast the world lives. */
    public void appoint(Instant at, String name, Runnable effect) {
        queue.add(at, name, effect);
    }

    /** A person will do something of their own accord, where people do. */
    public void act(Instant at, String name, Runnable effect) {
        if (tempo.spontaneous()) {
            schedule(at, name, effect);
        }
    }

    /** A call will end of itself. */
    public void endCall(Instant at, String name, Runnable effect) {
        if (tempo.spontaneous()) {
            queue.add(tempo.callEnds(now, at), name, effect);
        }
    }

    /** Whether people do anything that nobody told them to. */
    public boolean spontaneous() {
        return tempo.spontaneous();
    }

    /** The product is called once the room is empty and time moves on. */
    public void call(Outgoing outgoing) {
        outbox.add(outgoing);
    }

    /** A listener of the same program is told once the room is empty and time moves on. */
    public void announce(Runnable announcement) {
        announcements.add(announcement);
    }

    /** The number, from 1, of this message among those that the person got from this sender. */
    public int nextOrdinal(String sender, String address) {
        return received.merge(sender + " " + address, 1, Integer::sum);
    }

    /** A person booked a meeting. */
    public void book(Booking booking) {
        bookings.add(booking);
    }

    /** Bookings made after the moment, oldest first. */
    public List<Booking> bookings(Instant since) {
        room.lock();
        try {
            return bookings.stream()
                    .filter(booking -> booking.bookedAt().isAfter(since))
                    .toList();
        } finally {
            room.unlock();
        }
    }

    /** Lets everything happen that is due until the moment, then makes the calls that follow from it. */
    public PumpReport pump(Instant until) {
        pumping.lock();
        try {
            room.lock();
            int events;
            List<Outgoing> calls;
            List<Runnable> heard;
            int waiting;
            try {
                events = happen(until);
                stepLog.stepped(until, events);
                calls = outbox;
                outbox = new ArrayList<>();
                heard = List.copyOf(announcements);
                announcements.clear();
                waiting = queue.size();
            } finally {
                room.unlock();
            }
            heard.forEach(Runnable::run);
            Instant clockNow = clock.instant();
            int unanswered = courier.deliver(calls, clockNow.isAfter(until) ? clockNow : until);
            return new PumpReport(events, calls.size(), unanswered, waiting);
        } finally {
            pumping.unlock();
        }
    }

    /** From here on everything was lived through before: what would be told to the product was told then. */
    public void remembering() {
        reliving = true;
    }

    /** Whether nobody will hear of what happens now. */
    public boolean isReliving() {
        return reliving;
    }

    /** Lives through a step again without telling anybody. */
    public void relive(Instant until) {
        happen(until);
        forgetCalls();
    }

    /** From here on everything is new. */
    public void awake() {
        forgetCalls();
        reliving = false;
    }

    private void forgetCalls() {
        outbox = new ArrayList<>();
        announcements.clear();
    }

    private int happen(Instant until) {
        Instant latest = until.isAfter(now) ? until : now;
        int events = 0;
        for (Optional<EventQueue.Event> next = queue.takeUntil(until);
                next.isPresent();
                next = queue.takeUntil(until)) {
            now = next.get().at();
            next.get().effect().run();
            events++;
        }
        now = latest;
        return events;
    }

    @Override
    public void close() {
        courier.close();
    }
}
