package io.agencyos.application.conversation;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.PhoneNumber;
import java.util.Map;

/** Who learns that somebody was reached at a number. In the caller's unit of work. */
@FunctionalInterface
public interface PhoneNews {

    /** Where nobody cares. */
    PhoneNews NOBODY = (client, numbers) -> {};

    void reached(ClientId client, Map<LeadId, PhoneNumber> numbers);
}
