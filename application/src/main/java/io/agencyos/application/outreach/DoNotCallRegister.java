package io.agencyos.application.outreach;

import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PhoneNumber;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The Australian Do Not Call Register. Whatever goes wrong leaves numbers unknown, never clean. Source: outreach 6.5. */
@SecondaryPort
@FunctionalInterface
public interface DoNotCallRegister {

    /** An answer for every number that is asked for; only Australian ones are ever washed. */
    Map<PhoneNumber, DoNotCallStanding> wash(ClientId client, Set<PhoneNumber> numbers);
}
