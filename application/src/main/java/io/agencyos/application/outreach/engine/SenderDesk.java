package io.agencyos.application.outreach.engine;

import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one channel sends from, as one unit of work counts it down. It only decides whom to ask; the conditional
 * reservation is what holds. A sender is named by its id, whatever kind of sender it is. Source: outreach 7.
 */
public interface SenderDesk {

    /** What is in a counter now, with what this unit took of it. */
    @FunctionalInterface
    interface Taken {
        int of(Quotas.Counter counter);
    }

    /**
     * What is left for a touch.
     *
     * @param sender of its sender (check 35)
     * @param clientTexts of the client's cap of texts (check 34)
     * @param calls of the calls at once (check 36)
     */
    record Room(boolean sender, boolean clientTexts, boolean calls) {

        public static final Room NONE = new Room(false, true, true);

        /** Of a sender, with nothing else that could be full. */
        public static Room of(boolean left) {
            return new Room(left, true, true);
        }
    }

    /** Whether the client has anything to send with at all (check 29). */
    boolean any();

    /** The counters that the answers below look at. */
    List<Quotas.Counter> counters();

    /** The sender that an enrolment keeps; only those that the desk was opened for have one. */
    Optional<ResourceId> kept(Enrolment enrolment);

    /** The sender that somebody without one would get, out of those that may be taken. */
    Optional<ResourceId> pick(Taken taken, Predicate<ResourceId> among);

    /** Who would be called for this sender, by the name that is configured; empty where that is not known (check 37). */
    Optional<String> vendor(ResourceId sender);

    /** What that vendor calls the sender, where senders of one account may be out of order alone (check 37). */
    default Optional<String> member(ResourceId sender) {
        return Optional.empty();
    }

    /** How it stands (checks 29 to 31); where there is none, whether another day may bring one. */
    GateFacts.Sender standing(Optional<ResourceId> sender);

    /** Whether what this touch would be sent by is out of order, whichever sender it takes (check 30). */
    default boolean holds(Touch touch) {
        return false;
    }

    /** What is left today for this touch from this sender. */
    Room room(Touch touch, ResourceId sender, Taken taken);

    /**
     * Whether something is left beside follow-ups and starts (check 35, PACE-5).
     *
     * @param startsNotUsed starts of today that are due and have room
     */
    default boolean spare(ResourceId sender, int startsNotUsed, Taken taken) {
        return true;
    }

    /** Whether the channel has room for one more sequence beside what is due on it already (check 32). */
    default boolean roomToStart(Taken taken) {
        return true;
    }

    /**
     * Not yet.
     *
     * @param until when it is looked at again
     * @param errand what has to happen before, null for nothing
     */
    record Wait(Instant until, @Nullable Errand errand) {}

    /** Something that is done before a touch can leave, such as a look at a profile. */
    interface Errand {

        /** What it uses of the sender. */
        Quotas.Claim claim();

        /** Notes in the unit of work that it is begun: whoever dies after that has done it. */
        void begin();

        /** Does it, outside of any unit of work. */
        void run(Engine engine);
    }

    /** Takes the sender's turn for a touch that may leave; empty where that is now. Source: scoring TIME-5. */
    default Optional<Wait> turn(TouchCase one, ResourceId sender, Taken taken) {
        return Optional.empty();
    }

    /** What one touch takes of every counter of the sender, with the limits that hold now. */
    List<Quotas.Bound> bounds(Touch touch, ResourceId sender);

    /** Whether a counter of this desk counts the period that runs now; {@code today} is the client's midnight. */
    default boolean current(Quotas.Counter counter, Instant today) {
        return counter.periodStart().equals(today);
    }
}
