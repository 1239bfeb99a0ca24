package io.agencyos.domain.outreach.touch;

import io.agencyos.domain.outreach.touch.TouchWorld.Call;
import io.agencyos.domain.outreach.touch.TouchWorld.Other;
import io.agencyos.domain.outreach.touch.TouchWorld.Truth;
import java.util.List;

/** The invariants of outreach 4.8 as far as one touch can break them, each over a step from one world to the next. */
enum TouchInvariant {
    /** I1: possibly accepted calls per key are two at most, and two only after the first was looked up and not found. */
    I1_CALLS_ARE_FEW {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            List<Call> calls = after.calls();
            int first = 0;
            int possible = 0;
            for (int call = 1; call <= calls.size(); call++) {
                if (calls.get(call - 1).possiblyAccepted()) {
                    possible++;
                    first = first == 0 ? call : first;
                }
            }
            return possible <= 1 || possible == 2 && (after.absent() & 1 << first) != 0;
        }
    },
    /** I2: at most one touch of an enrolment is DISPATCHING. */
    I2_ONE_AT_A_TIME {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            return after.touch().state() != TouchState.DISPATCHING || after.other() != Other.DISPATCHING;
        }
    },
    /** I3: once a stop is committed, no call of the enrolment is started. */
    I3_STOP_MEANS_STOP {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            return !before.stopped()
                    || after.touch().dispatchCount() == before.touch().dispatchCount();
        }
    },
    /** I4: nothing is reserved above the limit then in force. */
    I4_LIMITS_HOLD {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            return after.books().reserved() <= before.books().reserved()
                    || after.books().reserved() + after.books().used()
                            <= after.books().limit();
        }
    },
    /** I5: whatever is SENT stands in the timeline once. */
    I5_ONE_ACTIVITY {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            return after.books().activities() == (after.touch().state() == TouchState.SENT ? 1 : 0);
        }
    },
    /** I6: the counter holds what is under way, and has used what left or may have left. */
    I6_COUNTERS_AGREE {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            TouchState state = after.touch().state();
            return after.books().reserved() == (state == TouchState.QUEUED || state.isInFlight() ? 1 : 0)
                    && after.books().used() == (state.countsAsSent() ? 1 : 0);
        }
    },
    /** I7: nothing leads out of a terminal state. */
    I7_ENDS_ARE_ENDS {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            return !before.touch().state().isTerminal()
                    || after.touch().state() == before.touch().state();
        }
    },
    /** I8: no two calls with one key are accepted, and an accepted one is never taken for nothing. */
    I8_NOBODY_TWICE {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            long accepted = after.calls().stream()
                    .filter(call -> call.truth() == Truth.ACCEPTED)
                    .count();
            return accepted == 0
                    || accepted == 1
                            && (after.touch().state().isInFlight()
                                    || after.touch().state() == TouchState.SENT);
        }
    },
    /** I9: the step is decided once, and stays pending only while something may still come of it. */
    I9_CONSERVATION {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            int decided = after.books().decided();
            TouchState state = after.touch().state();
            boolean open = !state.isTerminal() || state == TouchState.EXPIRED && !after.stopped();
            return decided == (open ? 0 : 1)
                    && (state == TouchState.SENT) == (after.books().sent() == 1);
        }
    },
    /** I10: what is not over knows what moves it next. */
    I10_NEVER_SILENT {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            Touch touch = after.touch();
            return switch (touch.state()) {
                case DISPATCHING -> touch.lease() != null;
                case UNKNOWN -> touch.lease() != null && touch.reconcileAt() != null;
                // the others carry a due instant by their type, or wait for a decision that expires
                case PLANNED, AWAITING_APPROVAL, READY, QUEUED -> true;
                case SENT, SKIPPED, CANCELLED, FAILED, EXPIRED, ABANDONED -> true;
            };
        }
    },
    /** I11: what T3 froze changes by a new T3 alone, and never once a call may have been accepted. */
    I11_FROZEN_STAYS {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            return before.touch().frozen().equals(after.touch().frozen())
                    || before.touch().state() == TouchState.READY
                            && after.touch().state() == TouchState.QUEUED
                            && before.touch().requeueCount() == 0
                            && before.calls().stream()
                                    .allMatch(call -> call.truth() == Truth.NONE
                                            || call.truth().isDefiniteNo());
        }
    },
    /** Outreach 4.5, 4.6 row 11c: once acceptance is proved, no further call is started, be it that look-ups lie. */
    PROOF_ENDS_IT {
        @Override
        boolean holds(TouchWorld before, TouchWorld after) {
            return !before.proved()
                    || after.touch().dispatchCount() == before.touch().dispatchCount();
        }
    };

    abstract boolean holds(TouchWorld before, TouchWorld after);
}
