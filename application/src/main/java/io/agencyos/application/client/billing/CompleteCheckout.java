package io.agencyos.application.client.billing;

import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * A checkout was paid: the subscription is active on the plan chosen, at the founding price where a spot is left. The
 * same checkout reported twice takes one spot and grants its credits once. Source: scoring PLAN-5, PLAN-7.
 */
@PrimaryPort
public interface CompleteCheckout {

    /**
     * @param checkout the payments vendor's own id of it
     * @param founding the founding price was offered
     */
    record Order(String checkout, ClientId client, Plan plan, boolean founding) {}

    /** What came of it. */
    sealed interface Outcome {

        /**
         * @param overflow the founding price was offered and no spot was left: the customer is told before being
         *     charged again
         */
        record Active(Subscription subscription, boolean overflow) implements Outcome {}

        /** There is no such client, or it is a twin. */
        record NotFound() implements Outcome {}
    }

    Outcome complete(Order order);
}
