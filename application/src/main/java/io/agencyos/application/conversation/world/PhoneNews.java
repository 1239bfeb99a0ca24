package io.agencyos.application.conversation.world;

import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Map;

/** Who learns that somebody was reached at a number. In the caller's unit of work. */
@FunctionalInterface
public interface PhoneNews {

    /** Where nobody cares. */
    PhoneNews NOBODY = (client, numbers) -> {};

    void reached(ClientId client, Map<LeadId, PhoneNumber> numbers);
}
