package io.agencyos.application.outreach.linkedin;

import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes invitations back that nobody answered for 30 days, and those of people who opted out: the oldest first, ten of a
 * seat in a day. Calls the service, so never inside a unit of work; running it again is harmless. Source: outreach 11.4,
 * flows 2.19.
 */
@PrimaryPort
public interface WithdrawInvitations {

    /**
     * What one round came to.
     *
     * @param failed those of which the service did not say that they are gone; the next round tries them again
     */
    record Round(int withdrawn, int failed) {}

    Round withdraw(ClientId client);

    /** On these ports. */
    static WithdrawInvitations over(
            LinkedInPorts ports, Leads leads, Activities activities, UnitOfWork units, ClockPort clock) {
        return new WithdrawInvitationsService(ports, leads, activities, units, clock);
    }
}
