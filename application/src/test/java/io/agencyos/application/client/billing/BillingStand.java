package io.agencyos.application.client.billing;

import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;

/** What the stories of subscriptions stand on: stores of one kind, and a look behind them. */
public interface BillingStand {

    UnitOfWork units();

    /** The ports under test. */
    BillingPorts ports(ClockPort clock, PauseSurplusCampaigns surplus);

    /** What stops work, on the same store. */
    Breakers breakers();

    /** Moves the cached balance away from its entries, as only a defect could. */
    void tamper(ClientId client, int balance);

    /** Dotted names of the events that were written for a client, oldest first. */
    List<String> events(ClientId client);

    /** Somebody who may stand in the audit log. */
    UserId person();
}
