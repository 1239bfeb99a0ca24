package io.agencyos.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** POOL-3, row by row, and everything that stands in no row. */
class PoolMachinesTest {

    private static final Map<String, PoolEvent> EVENTS = new LinkedHashMap<>();

    static {
        EVENTS.put("claim", new PoolEvent.Claimed(false));
        EVENTS.put("claim back", new PoolEvent.Claimed(true));
        EVENTS.put("release to rest", new PoolEvent.LetGo(true));
        EVENTS.put("release", new PoolEvent.LetGo(false));
        EVENTS.put("date reached", PoolEvent.Plain.RESTED);
        EVENTS.put("deal", PoolEvent.Plain.CONVERTED);
        EVENTS.put("bounce, other channel", new PoolEvent.AddressDied(true));
        EVENTS.put("bounce, no channel", new PoolEvent.AddressDied(false));
        EVENTS.put("other verified address", new PoolEvent.Reenriched(true, false));
        EVENTS.put("other verified address, owned", new PoolEvent.Reenriched(true, true));
        EVENTS.put("same or unverified address", new PoolEvent.Reenriched(false, false));
        EVENTS.put("unsubscribe", PoolEvent.Plain.OPTED_OUT);
        EVENTS.put("no route", PoolEvent.Plain.NO_ROUTE_LEFT);
        EVENTS.put("valid data", PoolEvent.Plain.VALID_DATA_ARRIVED);
        EVENTS.put("erasure", PoolEvent.Plain.ERASED);
    }

    /** Per status, event and target; whatever is not here is illegal. */
    private static final Set<String> LEGAL = Set.of(
            "available: claim -> claimed",
            "available: claim back -> claimed",
            "cooling: claim back -> claimed",
            "claimed: release to rest -> cooling",
            "claimed: release -> available",
            "cooling: date reached -> available",
            "claimed: deal -> converted",
            "available: bounce, other channel -> available",
            "cooling: bounce, other channel -> cooling",
            "claimed: bounce, other channel -> claimed",
            "available: bounce, no channel -> bounced",
            "cooling: bounce, no channel -> bounced",
            "claimed: bounce, no channel -> bounced",
            "bounced: other verified address -> available",
            "bounced: other verified address, owned -> claimed",
            "available: unsubscribe -> unsubscribed",
            "claimed: unsubscribe -> unsubscribed",
            "cooling: unsubscribe -> unsubscribed",
            "bounced: unsubscribe -> unsubscribed",
            "invalid: unsubscribe -> unsubscribed",
            "unsubscribed: unsubscribe -> unsubscribed",
            "converted: unsubscribe -> converted",
            "available: no route -> invalid",
            "cooling: no route -> invalid",
            "claimed: no route -> invalid",
            "invalid: valid data -> available",
            "available: erasure -> erased",
            "claimed: erasure -> erased",
            "cooling: erasure -> erased",
            "converted: erasure -> erased",
            "bounced: erasure -> erased",
            "unsubscribed: erasure -> erased",
            "invalid: erasure -> erased",
            "erased: erasure -> erased");

    @Test // POOL-3: every row, and INVALID_POOL_TRANSITION for every other pair
    void a_person_moves_as_the_table_says_and_in_no_other_way() {
        Set<String> moves = new TreeSet<>();
        for (PoolStatus from : PoolStatus.values()) {
            EVENTS.forEach((name, event) -> {
                switch (PoolMachine.on(from, event)) {
                    case Result.Ok<PoolMachine.Moved, PoolMachine.IllegalMove>(PoolMachine.Moved moved) ->
                        moves.add(
                                from.wire() + ": " + name + " -> " + moved.to().wire());
                    case Result.Err<PoolMachine.Moved, PoolMachine.IllegalMove>(PoolMachine.IllegalMove illegal) ->
                        assertThat(illegal).isEqualTo(new PoolMachine.IllegalMove(from, event));
                }
            });
        }

        assertThat(moves).containsExactlyInAnyOrderElementsOf(LEGAL);
    }

    @Test // POOL-3
    void a_person_is_available_when_it_becomes_known() {
        assertThat(PoolMachine.INGESTED).isEqualTo(PoolStatus.AVAILABLE);
    }

    @Test // POOL-3: e-mail channel closed, is_unsubscribed = true, bounce_count := 0
    void what_goes_with_a_move() {
        assertThat(moved(PoolStatus.CLAIMED, new PoolEvent.AddressDied(true)).effects())
                .containsExactly(PoolMachine.Effect.EMAIL_CLOSED);
        assertThat(moved(PoolStatus.CONVERTED, PoolEvent.Plain.OPTED_OUT).effects())
                .containsExactly(PoolMachine.Effect.OPT_OUT_FLAGGED);
        assertThat(moved(PoolStatus.BOUNCED, new PoolEvent.Reenriched(true, true))
                        .effects())
                .containsExactly(PoolMachine.Effect.BOUNCES_FORGOTTEN);
        assertThat(moved(PoolStatus.CLAIMED, new PoolEvent.LetGo(true)).effects())
                .isEmpty();
    }

    @ParameterizedTest // POOL-3: terminal states
    @EnumSource(
            value = PoolStatus.class,
            names = {"CONVERTED", "UNSUBSCRIBED", "ERASED"})
    void nothing_but_erasure_leads_out_of_a_terminal_status(PoolStatus terminal) {
        assertThat(terminal.isTerminal()).isTrue();
        assertThat(EVENTS.values().stream()
                        .flatMap(event -> PoolMachine.on(terminal, event).toOptional().stream())
                        .map(PoolMachine.Moved::to)
                        .collect(Collectors.toSet()))
                .isSubsetOf(terminal, PoolStatus.ERASED);
    }

    private static PoolMachine.Moved moved(PoolStatus from, PoolEvent event) {
        return PoolMachine.on(from, event).orElseThrow();
    }

    private static final Instant DAY = Instant.parse("2026-03-10T00:00:00Z");

    @Test // POOL-3: active -> released, converted, expired; nothing leads out of those
    void an_assignment_ends_once() {
        List<ClaimMachine.End> ends = List.of(
                new ClaimMachine.End.Released(ReleaseReason.MANUAL),
                new ClaimMachine.End.Converted(),
                new ClaimMachine.End.Unused(DAY, null, DAY.plus(Duration.ofDays(90))));

        assertThat(ends.stream()
                        .map(end -> ClaimMachine.on(ClaimStatus.ACTIVE, end).orElseThrow()))
                .containsExactly(ClaimStatus.RELEASED, ClaimStatus.CONVERTED, ClaimStatus.EXPIRED);
        for (ClaimStatus ended : EnumSet.complementOf(EnumSet.of(ClaimStatus.ACTIVE))) {
            assertThat(ends)
                    .allSatisfy(end -> assertThat(ClaimMachine.on(ended, end))
                            .isEqualTo(Result.err(new ClaimMachine.IllegalEnd(ended, end))));
        }
    }

    @ParameterizedTest // POOL-3: never contacted 90 days after assigned_at
    @CsvSource({"89, false, false", "90, false, true", "91, false, true", "91, true, false"})
    void only_an_assignment_that_nobody_used_for_ninety_days_expires(int days, boolean contacted, boolean expires) {
        ClaimMachine.End unused = new ClaimMachine.End.Unused(
                DAY, contacted ? DAY.plusSeconds(1) : null, DAY.plus(Duration.ofDays(days)));

        assertThat(ClaimMachine.on(ClaimStatus.ACTIVE, unused).isOk()).isEqualTo(expires);
    }

    @ParameterizedTest // POOL-3: the stages
    @CsvSource({
        "new, enriched scored in_sequence replied completed meeting_booked converted" + ENDS,
        "enriched, scored in_sequence replied completed meeting_booked converted" + ENDS,
        "scored, in_sequence replied completed meeting_booked converted" + ENDS,
        "in_sequence, replied completed meeting_booked converted" + ENDS,
        "replied, meeting_booked converted" + ENDS,
        "completed, replied meeting_booked converted archived" + ENDS,
        "meeting_booked, converted" + ENDS,
        "converted, ''",
        "not_interested, ''",
        "unsubscribed, ''",
        "bounced, ''",
        "invalid, ''",
        "archived, ''"
    })
    void a_stage_is_followed_by_these_and_by_no_other(String from, String nexts) {
        LeadStatus stage = Vocabulary.parse(LeadStatus.class, from).orElseThrow();

        assertThat(Arrays.stream(LeadStatus.values())
                        .filter(to -> StageMachine.on(stage, to).isOk())
                        .map(LeadStatus::wire))
                .containsExactlyInAnyOrder(nexts.isEmpty() ? new String[0] : nexts.split(" "));
        assertThat(StageMachine.on(LeadStatus.ARCHIVED, stage))
                .isEqualTo(Result.err(new StageMachine.IllegalStage(LeadStatus.ARCHIVED, stage)));
    }

    private static final String ENDS = " not_interested unsubscribed bounced invalid";
}
