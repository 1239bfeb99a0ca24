package io.agencyos.application.client.billing;

import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

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

        /**
         * The period is running, and what outlived the one before is over. Source: scoring B11.
         *
         * @param expired credits that nobody had used
         */
        record GraceOver(int expired) implements Outcome {}

        /** The period is running, the subscription is not, or there is no such client. */
        record NotDue() implements Outcome {}
    }

    /** Those who have a reset to come, by id after this one; in a unit of the platform. */
    List<ClientId> due(Instant now, @Nullable ClientId after, int limit);

    Outcome reset(ClientId client);
}
