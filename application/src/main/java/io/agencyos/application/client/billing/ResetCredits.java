package io.agencyos.application.client.billing;

import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Begins the period that is due: what is left expires, the quota is granted, a smaller plan that was chosen takes over.
 * However many periods were missed, there is one reset, to the period of today. Source: scoring PLAN-5, flows 2.14.
 */
@PrimaryPort
public interface ResetCredits {

    /** What came of it. */
    sealed interface Outcome {

        /**
         * @param expired credits that were left
         * @param paused campaigns that the smaller plan has no slot for
         */
        record Reset(BillingPeriod period, int quota, int expired, int paused) implements Outcome {}

        /** Nobody knew when it was due; now it is known. */
        record Scheduled(Instant at) implements Outcome {}

        /** The period is running, the subscription is not, or there is no such client. */
        record NotDue() implements Outcome {}
    }

    /** Everybody who has a reset to come, read in pages. */
    List<ClientId> due();

    Outcome reset(ClientId client);
}
