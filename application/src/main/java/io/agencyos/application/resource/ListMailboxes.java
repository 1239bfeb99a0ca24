package io.agencyos.application.resource;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.Mailbox;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** The mailboxes of a client, by address. Every member may see them. Source: api 9.2 {@code resources}. */
@PrimaryPort
public interface ListMailboxes {

    /**
     * A mailbox as it stands today.
     *
     * @param limit of its domain, which its mailboxes share
     * @param warmUpDay full days since the warm-up began
     * @param warm the warm-up is over
     */
    record Standing(Mailbox mailbox, DailyLimit limit, long warmUpDay, boolean warm) {}

    List<Standing> of(TenantScope scope);
}
