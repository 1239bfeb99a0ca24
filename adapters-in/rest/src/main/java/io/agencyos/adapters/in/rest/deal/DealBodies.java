package io.agencyos.adapters.in.rest.deal;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.LostReason;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the routes of deals take. Source: api 9.12. */
final class DealBodies {

    /** What the columns of money hold. */
    static final long MOST_CENTS = 999_999_999_999L;

    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);

    private DealBodies() {}

    /** Something that may be sold; without a lead and a meeting it is nobody's yet. */
    record NewDeal(
            @Nullable UUID leadId,
            @Nullable UUID meetingId,
            String name,
            @Nullable @Range(min = 0, max = MOST_CENTS) Long valueCents,
            @Nullable DealStage stage,
            @Nullable LocalDate expectedCloseDate) {

        static final NewDeal EXAMPLE = new NewDeal(
                UUID.fromString("019baaaa-0000-7000-8000-000000000011"),
                null,
                "Growth retainer",
                1_000_000L,
                DealStage.QUALIFICATION,
                SPRING);
    }

    /** Other details; the lead only while nobody has said whose deal it is. */
    record Edit(
            Change<UUID> leadId,
            Change<String> name,
            @Range(min = 0, max = MOST_CENTS) Change<@Nullable Long> valueCents,
            @Range(min = 0, max = 100) Change<Integer> probability,
            Change<@Nullable LocalDate> expectedCloseDate) {

        static final Edit EXAMPLE =
                new Edit(Change.absent(), Change.absent(), Change.to(1_200_000L), Change.absent(), Change.to(SPRING));
    }

    /** It stands elsewhere; the probability is the stage's own unless it is said. */
    record Move(
            DealStage stage,
            @Nullable @Range(min = 0, max = 100) Integer probability) {
        static final Move EXAMPLE = new Move(DealStage.NEGOTIATION, null);
    }

    /** It was not sold. */
    record Lose(
            LostReason lostReason,
            @Nullable @Text(max = 5000) String lostNotes) {
        static final Lose EXAMPLE = new Lose(LostReason.NO_BUDGET, "Next year.");
    }
}
