package io.agencyos.domain.outreach.touch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is about one touch: the row, what the database keeps with it, what the processes hold in memory, and what
 * really became of the calls, which the product learns only through answers, look-ups and events.
 *
 * @param row the touch as it is stored
 * @param other an answer in the same enrolment's conversation, which wants to leave as well
 * @param absent the calls of which a look-up said that they never were, and was believed
 * @param proved whether it was proved to the product that the lead was contacted
 */
record TouchWorld(
        Row row,
        Books books,
        Other other,
        boolean stopped,
        List<Call> calls,
        List<Dispatcher> dispatchers,
        List<Reconciler> reconcilers,
        int absent,
        boolean proved) {

    static final int CALLS = 3;

    /** A stored touch that knows its hash: a walk asks for it millions of times. */
    static final class Row {

        private final Touch touch;
        private final int hash;

        Row(Touch touch) {
            this.touch = touch;
            this.hash = touch.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Row row && hash == row.hash && touch.equals(row.touch);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public String toString() {
            return touch.toString();
        }
    }

    Touch touch() {
        return row.touch;
    }

    /** What really became of a call. */
    enum Truth {
        NONE,
        STARTED,
        BEGUN,
        ACCEPTED,
        NOT_ACCEPTED,
        REJECTED,
        NEVER_BEGUN;

        boolean isDefiniteNo() {
            return this == NOT_ACCEPTED || this == REJECTED;
        }
    }

    /** @param recorded whether the product wrote down that it was definitely not accepted */
    record Call(Truth truth, boolean recorded) {
        static final Call NONE = new Call(Truth.NONE, false);

        /** A call that may have contacted somebody, as far as the product's records go. */
        boolean possiblyAccepted() {
            return truth != Truth.NONE && !recorded;
        }
    }

    enum Other {
        QUEUED,
        DISPATCHING,
        SENT
    }

    enum At {
        IDLE,
        CLAIMED,
        STARTED,
        CALLING,
        ANSWERED,
        LOST
    }

    /** One dispatcher: where it stands and with which call (index from 1, 0 for none). */
    record Dispatcher(At at, int call) {
        static final Dispatcher IDLE = new Dispatcher(At.IDLE, 0);
        static final Comparator<Dispatcher> ORDER =
                Comparator.comparing(Dispatcher::at).thenComparingInt(Dispatcher::call);
    }

    /** One reconciler: the token that it read before its look-up, and the answer once it has one. */
    record Reconciler(int call, @Nullable Boolean found) {
        static final Reconciler IDLE = new Reconciler(0, null);
        static final Comparator<Reconciler> ORDER = Comparator.comparingInt(Reconciler::call)
                .thenComparing(Reconciler::found, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** The counter on which the touch is booked, its step's row and its timeline. */
    record Books(int reserved, int used, int limit, int sent, int refused, int failed, int activities) {

        Books after(List<TouchEffect> effects) {
            Books books = this;
            for (TouchEffect effect : effects) {
                books = books.after(effect);
            }
            return books;
        }

        private Books after(TouchEffect effect) {
            return switch (effect) {
                case RELEASE_QUOTA -> new Books(0, used, limit, sent, refused, failed, activities);
                case USE_QUOTA -> new Books(0, used + 1, limit, sent, refused, failed, activities);
                case RECORD_SENT -> new Books(reserved, used, limit, sent + 1, refused, failed, activities + 1);
                case STEP_REFUSED -> new Books(reserved, used, limit, sent, refused + 1, failed, activities);
                case STEP_FAILED -> new Books(reserved, used, limit, sent, refused, failed + 1, activities);
                case STEP_PENDING, KEEP_EVIDENCE, TASK_OUTCOME_UNKNOWN, HOLD_AND_ALERT -> this;
            };
        }

        Books reserve() {
            return new Books(reserved + 1, used, limit, sent, refused, failed, activities);
        }

        Books limit(int other) {
            return new Books(reserved, used, other, sent, refused, failed, activities);
        }

        int decided() {
            return sent + refused + failed;
        }
    }

    static TouchWorld beginning() {
        return new TouchWorld(
                new Row(Touches.planned()),
                new Books(0, 0, 1, 0, 0, 0, 0),
                Other.QUEUED,
                false,
                List.of(Call.NONE, Call.NONE, Call.NONE),
                List.of(Dispatcher.IDLE, Dispatcher.IDLE),
                List.of(Reconciler.IDLE, Reconciler.IDLE),
                0,
                false);
    }

    Truth truth(int call) {
        return calls.get(call - 1).truth();
    }

    boolean accepted() {
        return calls.stream().anyMatch(call -> call.truth() == Truth.ACCEPTED);
    }

    @Nullable
    String stopCode() {
        return stopped ? "unsubscribed" : null;
    }

    /** The world after a transition of the touch with what goes with it. */
    TouchWorld moved(TouchMove.Moved move) {
        return new TouchWorld(
                new Row(move.touch()),
                books.after(move.effects()),
                other,
                stopped,
                calls,
                dispatchers,
                reconcilers,
                absent,
                proved);
    }

    TouchWorld books(Books next) {
        return new TouchWorld(row, next, other, stopped, calls, dispatchers, reconcilers, absent, proved);
    }

    TouchWorld other(Other next) {
        return new TouchWorld(row, books, next, stopped, calls, dispatchers, reconcilers, absent, proved);
    }

    TouchWorld stop() {
        return new TouchWorld(row, books, other, true, calls, dispatchers, reconcilers, absent, proved);
    }

    TouchWorld believedAbsent(int call) {
        return new TouchWorld(row, books, other, stopped, calls, dispatchers, reconcilers, absent | 1 << call, proved);
    }

    TouchWorld proof() {
        return new TouchWorld(row, books, other, stopped, calls, dispatchers, reconcilers, absent, true);
    }

    TouchWorld call(int call, Truth truth) {
        return calls(with(calls, call - 1, new Call(truth, false)));
    }

    TouchWorld recorded(int call) {
        return calls(with(calls, call - 1, new Call(truth(call), true)));
    }

    private TouchWorld calls(List<Call> next) {
        return new TouchWorld(row, books, other, stopped, next, dispatchers, reconcilers, absent, proved);
    }

    TouchWorld dispatcher(int d, At at, int call) {
        return new TouchWorld(
                row,
                books,
                other,
                stopped,
                calls,
                with(dispatchers, d, new Dispatcher(at, call)),
                reconcilers,
                absent,
                proved);
    }

    TouchWorld idle(int d) {
        return dispatcher(d, At.IDLE, 0);
    }

    TouchWorld reconciler(int r, Reconciler next) {
        return new TouchWorld(
                row, books, other, stopped, calls, dispatchers, with(reconcilers, r, next), absent, proved);
    }

    /**
     * The one world that stands for this one and its mirror images. Two dispatchers, and two reconcilers, follow the same
     * rules, and no invariant asks which of the two it was: what can come of one image comes of the other, so that one of
     * them is enough to walk from.
     */
    TouchWorld normal() {
        Reconciler first = reconcilers.getFirst();
        Reconciler second = reconcilers.getLast();
        TouchWorld ordered = Reconciler.ORDER.compare(first, second) <= 0
                ? this
                : reconciler(0, second).reconciler(1, first);
        return ordered.dispatchersInOrder();
    }

    private TouchWorld dispatchersInOrder() {
        Dispatcher first = dispatchers.getFirst();
        Dispatcher second = dispatchers.getLast();
        int order = Dispatcher.ORDER.compare(first, second);
        Touch.Lease lease = touch().lease();
        boolean heldBySecond = lease != null && lease.token().equals(dispatcher(1));
        // alike in all else, the one that holds the claim comes first
        if (order < 0 || order == 0 && !heldBySecond) {
            return this;
        }
        TouchWorld swapped = dispatcher(0, second.at(), second.call()).dispatcher(1, first.at(), first.call());
        boolean heldByFirst = lease != null && lease.token().equals(dispatcher(0));
        return heldByFirst || heldBySecond ? swapped.claimedBy(dispatcher(heldByFirst ? 1 : 0), lease) : swapped;
    }

    private TouchWorld claimedBy(UUID dispatcher, Touch.Lease lease) {
        Touch touch = touch().change()
                .lease(new Touch.Lease(dispatcher, lease.until(), lease.absentAt()))
                .done();
        return new TouchWorld(new Row(touch), books, other, stopped, calls, dispatchers, reconcilers, absent, proved);
    }

    /** What a dispatcher's claim carries. */
    static UUID dispatcher(int d) {
        return new UUID(1, d);
    }

    private static <T> List<T> with(List<T> all, int index, T one) {
        List<T> copy = new ArrayList<>(all);
        copy.set(index, one);
        return List.copyOf(copy);
    }

    static UUID token(int call) {
        return new UUID(9, call);
    }

    /** The call whose token the touch holds, 0 for none. */
    int tokenHeld() {
        Touch.Lease lease = touch().lease();
        return lease == null || lease.token().getMostSignificantBits() != 9
                ? 0
                : (int) lease.token().getLeastSignificantBits();
    }
}
