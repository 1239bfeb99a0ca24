package io.agencyos.application.deal;

import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request about a deal may say. Source: api 1.1, 8 Deal. */
final class DealInput {

    /** What the columns of money hold. */
    static final long MOST_CENTS = 999_999_999_999L;

    private static final int NAME = 255;
    private static final int NOTES = 5_000;
    private static final int CERTAIN = 100;

    private final List<Fault> faults = new ArrayList<>();

    DealInput name(@Nullable String name) {
        return require(
                name == null || !name.isBlank() && name.strip().length() <= NAME,
                "name",
                "invalid_length",
                "A name has 1 to 255 characters.");
    }

    DealInput value(@Nullable Money value) {
        return require(
                value == null || value.cents() >= 0 && value.cents() <= MOST_CENTS,
                "value_cents",
                "out_of_range",
                "A value is not negative and below ten thousand million dollars.");
    }

    DealInput probability(@Nullable Integer percent) {
        return require(
                percent == null || percent >= 0 && percent <= CERTAIN,
                "probability",
                "out_of_range",
                "A probability is 0 to 100.");
    }

    /** A lost deal wants a reason, which {@code lose} takes. */
    DealInput stageToBegin(@Nullable DealStage stage) {
        return require(
                stage != DealStage.CLOSED_LOST, "stage", "reason_required", "A deal is lost by saying why it was.");
    }

    DealInput stageToMoveTo(DealStage stage) {
        return require(stage.isOpen(), "stage", "closing_stage", "A deal is closed by winning or losing it.");
    }

    DealInput notes(@Nullable String notes) {
        return require(
                notes == null || notes.length() <= NOTES,
                "lost_notes",
                "invalid_length",
                "Notes have at most 5000 characters.");
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    private DealInput require(boolean holds, String member, String code, String reason) {
        if (!holds) {
            faults.add(new Fault(member, code, reason));
        }
        return this;
    }
}
