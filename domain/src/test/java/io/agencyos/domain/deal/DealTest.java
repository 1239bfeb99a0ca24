package io.agencyos.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.DealId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DealTest {

    private static final Instant MADE = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant LATER = MADE.plus(Duration.ofDays(9));

    private static Deal deal(long dollars, DealStage stage, int probability) {
        return new Deal(
                new DealId(UUID.fromString("019baaaa-0000-7000-8000-000000000061")),
                new ClientId(UUID.fromString("019baaaa-0000-7000-8000-000000000001")),
                null,
                null,
                null,
                "Retainer",
                Money.dollars(dollars),
                stage,
                probability,
                MADE,
                null,
                stage.isOpen() ? null : MADE,
                stage == DealStage.CLOSED_LOST ? LostReason.NO_BUDGET : null,
                null,
                Deal.Path.NONE,
                MADE,
                MADE,
                0);
    }

    private static Deal at(DealStage stage) {
        return deal(10_000, stage, stage.probability());
    }

    private static Deal ok(Result<Deal, Deal.Barred> moved) {
        return moved.toOptional().orElseThrow();
    }

    // content 5.2
    @Test
    void each_stage_has_its_probability() {
        assertThat(DealStage.values()).extracting(DealStage::probability).containsExactly(20, 40, 60, 80, 90, 100, 0);
    }

    // content E-46
    @Test
    void the_pipeline_is_weighed_by_probability() {
        assertThat(LongStream.of(
                                deal(10_000, DealStage.QUALIFICATION, 20).weightedCents(),
                                deal(20_000, DealStage.NEGOTIATION, 60).weightedCents(),
                                deal(5_000, DealStage.CONTRACT_SENT, 90).weightedCents())
                        .sum())
                .isEqualTo(1_850_000);
    }

    // content 5.2: moving stage resets the probability unless given
    @Test
    void a_move_takes_the_probability_of_the_stage_unless_another_is_said() {
        Deal moved = ok(at(DealStage.QUALIFICATION).moved(DealStage.PROPOSAL, null, LATER));

        assertThat(moved.probability()).isEqualTo(40);
        assertThat(moved.stageSince()).isEqualTo(LATER);
        assertThat(ok(moved.moved(DealStage.QUALIFICATION, 33, LATER)).probability())
                .isEqualTo(33);
        assertThat(ok(moved.moved(DealStage.PROPOSAL, null, LATER.plusSeconds(1))))
                .as("nothing changes, nothing moves")
                .isEqualTo(moved);
    }

    // content 5.2: any open <-> any open; closed -> open only by explicit reopen
    @Property
    void open_stages_lead_everywhere_and_closed_ones_nowhere(@ForAll DealStage from, @ForAll DealStage to) {
        assertThat(at(from).moved(to, null, LATER).toOptional().isPresent()).isEqualTo(from.isOpen() && to.isOpen());
        assertThat(at(from).won(LATER).toOptional().isPresent())
                .isEqualTo(from.isOpen() || from == DealStage.CLOSED_WON);
        assertThat(at(from).lost(LostReason.BAD_FIT, null, LATER).toOptional().isPresent())
                .isEqualTo(from.isOpen() || from == DealStage.CLOSED_LOST);
    }

    @Test // content 5.2: closed_at set once
    void a_deal_ends_once_and_can_be_opened_again() {
        Deal won = ok(at(DealStage.PROPOSAL).won(LATER));

        assertThat(won.closedAt()).isEqualTo(LATER);
        assertThat(won.won()).isTrue();
        assertThat(won.probability()).isEqualTo(100);
        assertThat(ok(won.won(LATER.plusSeconds(60))).closedAt()).isEqualTo(LATER);
        Deal lost = ok(at(DealStage.PROPOSAL).lost(LostReason.WENT_SILENT, "No answer.", LATER));
        assertThat(lost.won()).isFalse();
        assertThat(lost.lostReason()).isEqualTo(LostReason.WENT_SILENT);
        Deal open = lost.reopened(DealStage.PROPOSAL, LATER.plusSeconds(60));
        assertThat(open.won()).isNull();
        assertThat(open.closedAt()).isNull();
        assertThat(open.lostReason()).isNull();
        assertThat(open.probability()).isEqualTo(40);
    }

    @Property // content 5.2: what is open has no end, what is lost has a reason
    void a_deal_is_never_half_closed(@ForAll DealStage stage, @ForAll boolean ended, @ForAll boolean reason) {
        boolean right = stage.isOpen() != ended && (stage == DealStage.CLOSED_LOST) == reason;
        assertThat(right).isEqualTo(made(stage, ended ? MADE : null, reason ? LostReason.OTHER : null));
    }

    private static boolean made(DealStage stage, @Nullable Instant closed, @Nullable LostReason reason) {
        Deal like = at(DealStage.PROPOSAL);
        try {
            new Deal(
                    like.id(),
                    like.clientId(),
                    null,
                    null,
                    null,
                    "Retainer",
                    null,
                    stage,
                    50,
                    MADE,
                    null,
                    closed,
                    reason,
                    null,
                    Deal.Path.NONE,
                    MADE,
                    MADE,
                    0);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Test // content 5.2: every change writes stage history
    void a_line_of_history_says_for_how_many_whole_days_the_deal_stood_there() {
        Deal before = at(DealStage.PROPOSAL);
        Deal after = ok(before.lost(LostReason.OTHER, "Moved away.", LATER.minusSeconds(1)));

        DealStageEvent line = DealStageEvent.between(before.id().value(), before, after, null, LATER.minusSeconds(1));

        assertThat(line.daysInPrevious()).isEqualTo(8);
        assertThat(line.note()).isEqualTo("Moved away.");
        assertThat(Arrays.asList(line.from(), line.to())).containsExactly(DealStage.PROPOSAL, DealStage.CLOSED_LOST);
    }
}
