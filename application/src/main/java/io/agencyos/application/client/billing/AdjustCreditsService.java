package io.agencyos.application.client.billing;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Map;
import java.util.Optional;

/** The entry and the line in the audit log are one transaction. */
final class AdjustCreditsService implements AdjustCredits {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final BillingPorts ports;
    private final BillingTrail trail;
    private final LowCredits low;
    private final UnitOfWork units;

    AdjustCreditsService(BillingPorts ports, BillingTrail trail, LowCredits low, UnitOfWork units) {
        this.ports = ports;
        this.trail = trail;
        this.low = low;
        this.units = units;
    }

    @Override
    public Outcome adjust(UserId staff, Correction correction, Origin origin) {
        String reason = correction.reason().strip();
        boolean vague = reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON;
        if (correction.delta() == 0 || vague) {
            return new Outcome.Invalid(correction.delta() == 0, vague);
        }
        TenantScope scope = new TenantScope(correction.client(), staff, Role.WORKER);
        return units.inTenant(scope, () -> inside(staff, correction, reason, origin));
    }

    private Outcome inside(UserId staff, Correction correction, String reason, Origin origin) {
        ClientId client = correction.client();
        boolean gone = ports.clients().findForShare(client).isEmpty();
        ports.credits().lock(client);
        Optional<CreditAccount> before = ports.credits().account(client);
        if (gone || before.isEmpty()) {
            return new Outcome.NotFound();
        }
        int available = before.get().balance();
        if (available + (long) correction.delta() < 0) {
            return new Outcome.TooMuch(available);
        }
        ports.credits().book(client, CreditEntryKind.ADJUST, correction.delta(), null, reason, staff);
        CreditAccount after = ports.credits().account(client).orElseThrow();
        low.tell(after, -correction.delta());
        trail.changed(
                client,
                staff,
                "credit_account",
                Map.of("balance", new Change(Integer.toString(available), Integer.toString(after.balance()))),
                Map.of("reason", reason),
                origin);
        return new Outcome.Adjusted(after);
    }
}
