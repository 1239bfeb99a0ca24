package io.agencyos.application.outreach.store;

import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Where leads live and what letters leave by. Needs an open unit of work of the tenant. Source: outreach 12. */
@SecondaryPort
public interface PostBook {

    /** How long a look at an address is good for. Source: direct-mail 1. */
    Duration GOOD_FOR = Duration.ofDays(90);

    /**
     * The address of a lead, without its name.
     *
     * @param checkedAt when a person or a vendor last vouched for it
     * @param confirmed whether a person says that the postcode is right although it is another state's
     */
    record Known(PostalAddress at, Instant checkedAt, boolean confirmed) {

        /** Whether somebody vouched for it lately, and nothing about it can be wrong. */
        public boolean isFit(Instant now) {
            return at.to("somebody", null).problem(confirmed).isEmpty() && now.isBefore(checkedAt.plus(GOOD_FOR));
        }
    }

    /** Of these leads, those whose address is known. */
    Map<LeadId, Known> of(ClientId client, Collection<LeadId> leads);

    /** Another address of a lead that exists. */
    void put(ClientId client, LeadId lead, Known known);

    PostAccount account(ClientId client);

    /** Needs the unit of work of an admin. */
    void put(ClientId client, PostAccount account);

    /** The vendor names another price for a letter; a client without an account has none to change. */
    void priced(ClientId client, int letterCents);
}
