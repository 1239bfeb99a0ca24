package io.agencyos.application.client.billing;

import io.agencyos.domain.client.billing.HeldUpDay;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Working days on which clients were held up by us, as far as they were noticed. Source: scoring B11. */
@SecondaryPort
public interface HeldUpDays {

    /** Notes the day of each client, once however often it is said; platform unit only. */
    void note(HeldUpDay.Cause cause, Map<ClientId, LocalDate> days);

    /** Days that were noted, whatever their causes; in the client's unit. The last day is not counted. */
    int count(ClientId client, LocalDate from, LocalDate before);
}
