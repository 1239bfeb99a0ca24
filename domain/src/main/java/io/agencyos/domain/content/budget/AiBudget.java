package io.agencyos.domain.content.budget;

import io.agencyos.domain.client.billing.Plan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * A budget of one day, of a client or of the platform. Source: scoring TIER-4, content 3.10.
 *
 * @param cap the most that may be reserved and spent together
 * @param reserved for calls that are on their way
 * @param spent settled; may be above the cap where a call cost more than was reserved
 */
@ValueObject
public record AiBudget(AiCost cap, AiCost reserved, AiCost spent) {

    private static final int TENTHS = 10;
    private static final int OPEN_TENTHS = 9;
    private static final int WARNING_TENTHS = 8;

    /** Of a day on which nothing was spent and nothing may be. */
    public static final AiBudget UNUSED = new AiBudget(AiCost.ZERO, AiCost.ZERO, AiCost.ZERO);

    /** What tasks of this kind may use of a cap: the last tenth is kept for those who have written. */
    public static AiCost usable(AiCost cap, AiTask task) {
        return task.answersPeople() ? cap : new AiCost(cap.micros() / TENTHS * OPEN_TENTHS);
    }

    /** Whether a call of this estimate may begin. */
    public boolean allows(AiTask task, AiCost estimate) {
        return committed().plus(estimate).compareTo(usable(cap, task)) <= 0;
    }

    /** Spent, and set aside for calls on their way. */
    public AiCost committed() {
        return reserved.plus(spent);
    }

    /** The same day under another cap. */
    public AiBudget within(AiCost otherCap) {
        return new AiBudget(otherCap, reserved, spent);
    }

    /** Nothing is left but the tenth that is kept for answers. Source: flows 1.7 {@code ai_budget}. */
    public boolean isReached() {
        return committed().micros() >= cap.micros() / TENTHS * OPEN_TENTHS;
    }

    /** Four fifths are gone, which staff are warned of. Source: flows 1.7, content 3.10. */
    public boolean isNearlyReached() {
        return committed().micros() >= cap.micros() / TENTHS * WARNING_TENTHS;
    }

    /** The largest allowance of any plan. */
    public static AiCost largestClientCap() {
        return Arrays.stream(Plan.values())
                .map(plan -> AiCost.of(plan.terms().aiBudgetPerDay()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Why this cap of the platform is refused, if it is: it would switch off a client's own allowance. */
    public static Optional<String> refusal(AiCost platformCap) {
        AiCost largest = largestClientCap();
        return platformCap.compareTo(largest) >= 0
                ? Optional.empty()
                : Optional.of("The platform's AI budget of A$%s a day is below the A$%s of the largest plan."
                        .formatted(text(platformCap), text(largest)));
    }

    private static String text(AiCost cost) {
        return cost.toDollars().stripTrailingZeros().toPlainString();
    }
}
