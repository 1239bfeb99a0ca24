package io.agencyos.application.client.billing;

import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import java.util.Map;

/**
 * Tells once that fewer than a tenth of the quota is left, in the unit of work of the debit that made it so. Source:
 * scoring events ({@code credit.low}).
 */
public final class LowCredits {

    private final Events events;
    private final ClockPort clock;
    private final IdSource ids;

    public LowCredits(Events events, ClockPort clock, IdSource ids) {
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * @param account after the debit
     * @param debited credits that were taken; zero or less tells nothing
     */
    public void tell(CreditAccount account, int debited) {
        if (debited > 0 && account.becameLowBy(debited)) {
            events.append(new DomainEvent(
                    ids.next(),
                    account.clientId(),
                    EventName.CREDIT_LOW,
                    account.clientId().value(),
                    clock.now(),
                    Map.of(
                            "balance", Integer.toString(account.balance()),
                            "quota", Integer.toString(account.quota()))));
        }
    }
}
