package io.agencyos.domain.outreach.touch;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.touch.TouchSteps.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exactly once, proved over every interleaving of one touch. Each invariant is also seen to break: where one transition is
 * wrong or one wall is missing, the walk finds a way to the harm. Source: outreach 4.8.
 */
class TouchExplorationTest {

    private static final Set<TouchInvariant> ALL = EnumSet.allOf(TouchInvariant.class);

    /** What only other touches and other people's settings can break. */
    private static final Set<TouchInvariant> SURROUNDINGS =
            EnumSet.of(TouchInvariant.I2_ONE_AT_A_TIME, TouchInvariant.I4_LIMITS_HOLD);

    private static final Scope THREE_CALLS = new Scope(3, false);
    private static final Scope TWO_CALLS = new Scope(2, false);
    /** With everything around the touch as well; the second call is a matter of the others. */
    private static final Scope SURROUNDED = new Scope(1, true);

    @Test // outreach 4.8 I1 to I12
    void no_interleaving_of_three_calls_breaks_an_invariant() {
        nothingBreaks(THREE_CALLS);
    }

    @Test // outreach 4.8 I1 to I12: limits and modes change, gate C defers, an answer leaves beside it
    void nothing_around_the_touch_breaks_an_invariant() {
        nothingBreaks(SURROUNDED);
    }

    @Test // outreach 4.5: a text, a call and a message are looked up twice before they are believed lost
    void nothing_breaks_where_two_absences_are_needed() {
        nothingBreaks(TWO_CALLS, new TouchProtocol() {
            @Override
            boolean oneAbsenceCounts() {
                return false;
            }
        });
    }

    private static void nothingBreaks(Scope scope) {
        nothingBreaks(scope, new TouchProtocol());
    }

    private static void nothingBreaks(Scope scope, TouchProtocol protocol) {
        TouchWalk walk = TouchWalk.through(protocol, scope, ALL);
        assertThat(walk.firstBreach()).isEmpty();
        assertThat(walk.firstStranded()).as("I12").isEmpty();
        assertThat(walk.size()).as("the walk is not vacuous").isGreaterThan(10_000);
    }

    @Test // outreach 4.5, 4.8 I8: a look-up that lies may cost a second call, but nothing else, and proof still ends it
    void a_look_up_that_lies_breaks_nothing_that_it_need_not() {
        Set<TouchInvariant> others =
                EnumSet.complementOf(EnumSet.of(TouchInvariant.I8_NOBODY_TWICE, TouchInvariant.I11_FROZEN_STAYS));
        assertThat(TouchWalk.through(new LyingVendor(), TWO_CALLS, others).firstBreach())
                .isEmpty();
        assertThat(TouchWalk.through(new LyingVendor(), TWO_CALLS, EnumSet.of(TouchInvariant.I8_NOBODY_TWICE))
                        .firstBreach())
                .as("that it lies")
                .isPresent();
    }

    @ParameterizedTest // outreach 4.8: a proof that cannot fail proves nothing
    @MethodSource("defects")
    void each_invariant_breaks_where_the_protocol_is_wrong(
            TouchInvariant invariant, Scope scope, TouchProtocol defect) {
        assertThat(TouchWalk.through(defect, scope, EnumSet.of(invariant)).firstBreach())
                .hasValueSatisfying(broken -> assertThat(broken.what()).isEqualTo(invariant.name()));
    }

    @ParameterizedTest // outreach 4.8 I12
    @MethodSource("strandings")
    void a_touch_is_stranded_where_a_dead_process_keeps_it(TouchProtocol defect) {
        TouchWalk walk = TouchWalk.through(defect, TWO_CALLS, Set.of());
        assertThat(walk.firstBreach()).isEmpty();
        assertThat(walk.firstStranded()).isPresent();
    }

    @ParameterizedTest // outreach 4.3: gate C in T4 and the sweep in T7 each keep I3 alone
    @MethodSource("singleWalls")
    void either_wall_against_a_stop_is_enough(TouchProtocol oneWall) {
        assertThat(TouchWalk.through(oneWall, TWO_CALLS, EnumSet.of(TouchInvariant.I3_STOP_MEANS_STOP))
                        .firstBreach())
                .isEmpty();
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                defect(TouchInvariant.I1_CALLS_ARE_FEW, "an expired lease stands ready again", new TouchProtocol() {
                    @Override
                    TouchMove leaseExpired(Touch touch) {
                        return touch.state() == TouchState.DISPATCHING
                                ? released(touch.change().lease(null).state(TouchState.READY))
                                : TouchMove.wrongState();
                    }
                }),
                defect(TouchInvariant.I1_CALLS_ARE_FEW, "absent requeues for ever", new TouchProtocol() {
                    @Override
                    TouchMove absent(Touch touch, UUID token, @Nullable String stop) {
                        return touch.state() == TouchState.UNKNOWN && stop == null
                                ? kept(touch.change()
                                        .lease(null)
                                        .reconcileAt(null)
                                        .state(TouchState.QUEUED))
                                : super.absent(touch, token, stop);
                    }
                }),
                defect(TouchInvariant.I2_ONE_AT_A_TIME, "T4 does not look at other touches", new TouchProtocol() {
                    @Override
                    boolean looksAtOtherTouches() {
                        return false;
                    }
                }),
                defect(TouchInvariant.I3_STOP_MEANS_STOP, "T7 leaves what is queued, gate C is not asked", noWalls()),
                defect(TouchInvariant.I4_LIMITS_HOLD, "T3 reserves without looking", new TouchProtocol() {
                    @Override
                    boolean mayReserve(int reserved, int used, int limit) {
                        return true;
                    }
                }),
                defect(TouchInvariant.I5_ONE_ACTIVITY, "a second webhook is a second contact", new TouchProtocol() {
                    @Override
                    TouchMove evidence(Touch touch) {
                        return touch.state() == TouchState.SENT
                                ? new TouchMove.Moved(touch, List.of(TouchEffect.RECORD_SENT))
                                : super.evidence(touch);
                    }
                }),
                defect(TouchInvariant.I6_COUNTERS_AGREE, "a busy vendor keeps the quota", new TouchProtocol() {
                    @Override
                    TouchMove notAccepted(Touch touch, UUID token, @Nullable String stop) {
                        return without(TouchEffect.RELEASE_QUOTA, super.notAccepted(touch, token, stop));
                    }
                }),
                defect(TouchInvariant.I7_ENDS_ARE_ENDS, "a late time-out is folded into anything", new TouchProtocol() {
                    @Override
                    TouchMove ambiguous(Touch touch, UUID token) {
                        return kept(touch.change().reconcileAt(NOW).state(TouchState.UNKNOWN));
                    }
                }),
                defect(TouchInvariant.I8_NOBODY_TWICE, "absent of any call counts (4.6 row 11b)", new TouchProtocol() {
                    @Override
                    TouchMove absent(Touch touch, UUID token, @Nullable String stop) {
                        Touch.Lease held = touch.lease();
                        return super.absent(touch, held == null ? token : held.token(), stop);
                    }
                }),
                defect(TouchInvariant.I8_NOBODY_TWICE, "a lost answer is tried again", new TouchProtocol() {
                    @Override
                    TouchMove ambiguous(Touch touch, UUID token) {
                        return super.notAccepted(touch, token, null);
                    }
                }),
                defect(TouchInvariant.I9_CONSERVATION, "what is given up leaves its step pending", new TouchProtocol() {
                    @Override
                    TouchMove absent(Touch touch, UUID token, @Nullable String stop) {
                        return without(TouchEffect.STEP_FAILED, super.absent(touch, token, stop));
                    }
                }),
                defect(TouchInvariant.I10_NEVER_SILENT, "nobody says when to look", new TouchProtocol() {
                    @Override
                    TouchMove leaseExpired(Touch touch) {
                        return super.leaseExpired(touch) instanceof TouchMove.Moved(Touch unknown, var effects)
                                ? kept(unknown.change().reconcileAt(null))
                                : TouchMove.wrongState();
                    }
                }),
                defect(TouchInvariant.I11_FROZEN_STAYS, "T3 freezes a requeued touch anew", new TouchProtocol() {
                    @Override
                    TouchMove commit(Touch touch, Touch.Frozen facts) {
                        return super.commit(touch, facts) instanceof TouchMove.Moved(Touch queued, var effects)
                                ? kept(queued.change().frozen(facts))
                                : TouchMove.wrongState();
                    }
                }),
                defect(
                        TouchInvariant.PROOF_ENDS_IT,
                        "proof of a queued touch is dropped (4.6 row 11c)",
                        new LyingVendor() {
                            @Override
                            TouchMove evidence(Touch touch) {
                                return touch.state() == TouchState.QUEUED
                                        ? TouchMove.wrongState()
                                        : super.evidence(touch);
                            }
                        }));
    }

    static Stream<Named<TouchProtocol>> strandings() {
        return Stream.of(
                Named.of("a claim is never taken over", new TouchProtocol() {
                    @Override
                    TouchMove claim(Touch touch, UUID dispatcher, Instant now) {
                        return touch.lease() == null ? super.claim(touch, dispatcher, now) : TouchMove.wrongState();
                    }
                }),
                Named.of("no lease expires", new TouchProtocol() {
                    @Override
                    TouchMove leaseExpired(Touch touch) {
                        return TouchMove.wrongState();
                    }
                }));
    }

    static Stream<Named<TouchProtocol>> singleWalls() {
        return Stream.of(
                Named.of("T7 sweeps, gate C is not asked", new TouchProtocol() {
                    @Override
                    boolean asksGateC() {
                        return false;
                    }
                }),
                Named.of("gate C is asked, T7 leaves what is queued", new TouchProtocol() {
                    @Override
                    TouchMove cancel(Touch touch) {
                        boolean atGate = touch.lease() != null;
                        return touch.state() == TouchState.QUEUED && !atGate
                                ? TouchMove.wrongState()
                                : super.cancel(touch);
                    }
                }));
    }

    private static TouchProtocol noWalls() {
        return new TouchProtocol() {
            @Override
            TouchMove cancel(Touch touch) {
                return touch.state() == TouchState.QUEUED ? TouchMove.wrongState() : super.cancel(touch);
            }

            @Override
            boolean asksGateC() {
                return false;
            }
        };
    }

    /** What it accepted is not always visible to its look-up. */
    private static class LyingVendor extends TouchProtocol {
        @Override
        boolean lookUpIsHonest() {
            return false;
        }
    }

    private static Arguments defect(TouchInvariant invariant, String what, TouchProtocol protocol) {
        Scope scope = SURROUNDINGS.contains(invariant) ? SURROUNDED : THREE_CALLS;
        return Arguments.of(invariant, scope, Named.of(what, protocol));
    }

    private static TouchMove kept(TouchDraft draft) {
        return new TouchMove.Moved(draft.done(), List.of());
    }

    private static TouchMove released(TouchDraft draft) {
        return new TouchMove.Moved(draft.done(), List.of(TouchEffect.RELEASE_QUOTA));
    }

    private static TouchMove without(TouchEffect effect, TouchMove move) {
        if (!(move instanceof TouchMove.Moved(Touch touch, List<TouchEffect> effects))) {
            return move;
        }
        List<TouchEffect> rest = new ArrayList<>(effects);
        rest.remove(effect);
        return new TouchMove.Moved(touch, rest);
    }
}
