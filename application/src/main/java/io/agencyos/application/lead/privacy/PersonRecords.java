package io.agencyos.application.lead.privacy;

import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** All that is stored about a client's leads, wherever it is. Needs an open unit of work of the client, as worker. */
@SecondaryPort
public interface PersonRecords {

    /**
     * A lead that has the address, deleted ones too, erased ones not.
     *
     * @param keys by which the person could be written to
     * @param traces addresses and numbers as they may stand in other texts
     */
    record Held(LeadId lead, List<Suppressions.Key> keys, List<String> traces) {}

    List<Held> held(ClientId client, EmailKey email);

    /** Every row about them by the name of its table, its members as text; nothing for members that are not known. */
    Map<String, List<Map<String, String>>> tell(ClientId client, Collection<LeadId> leads);

    /**
     * Takes the words out of every row about them, and these traces out of every other row of the client; rows, figures and
     * states stay, so that what was counted stays counted. Their people in the pool lose all that is known of them, unless
     * another client holds them.
     *
     * @return how many rows were changed, by the name of the table
     */
    Map<String, Integer> erase(ClientId client, Collection<LeadId> leads, Collection<String> traces, Instant now);
}
