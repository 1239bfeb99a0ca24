package io.agencyos.application.resource.lending;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.resource.Holding;
import io.agencyos.domain.resource.Mailbox;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Everything that a client sends from, its own and what is lent to it, by value. Source: api 9.2 {@code resources}. */
@PrimaryPort
@FunctionalInterface
public interface ListResources {

    /**
     * A resource as it stands today.
     *
     * @param mailbox what is sent from, for a mailbox
     * @param limit e-mails a day of a domain, which its mailboxes share, or calls a day of a number
     * @param warmUpDay full days since the warm-up began
     * @param warm the warm-up is over
     * @param usedToday e-mails of a domain or mailbox, calls and texts of a number
     */
    record Standing(
            Holding holding, @Nullable Mailbox mailbox, int limit, long warmUpDay, boolean warm, int usedToday) {}

    List<Standing> of(TenantScope scope);
}
