package io.agencyos.application.client.billing;

import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Staff pause or cancel a client's subscription. Paused: nothing is sent or assigned, everything is kept. Cancelled: no
 * way back but a new checkout, and the founding price is lost. Source: scoring PLAN-6, api 9.17.
 */
@PrimaryPort
public interface ChangeSubscription {

    /** What staff ask for. */
    enum Order {
        PAUSE,
        CANCEL
    }

    /** What came of it. */
    sealed interface Outcome {

        /** It is so now, or was before. */
        record Done(Subscription subscription) implements Outcome {}

        /** A cancelled subscription is not paused. */
        record Over(SubscriptionStatus from) implements Outcome {}

        /** There is no such client, or it is a twin. */
        record NotFound() implements Outcome {}
    }

    Outcome change(UserId staff, ClientId client, Order order, Origin origin);
}
