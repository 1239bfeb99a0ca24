package io.agencyos.application.outreach.wash;

import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What check 23 reads of the Do Not Call Register. Needs an open unit of work of the tenant, as worker. Source: outreach
 * 6.5.
 */
@SecondaryPort
@FunctionalInterface
public interface DoNotCallStandings {

    /**
     * A number before a call or text.
     *
     * @param on the recipient's date of the call or text
     */
    record Asked(PhoneNumber number, LocalDate on) {}

    /** An answer for every one that is asked for; whatever has no fresh answer is washed for it. */
    Map<Asked, GateFacts.Address.Register> of(Collection<Asked> asked);

    /** Of an installation that washes nothing: no Australian number is called or texted. */
    static DoNotCallStandings unwashed() {
        return asked -> asked.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        one -> one.number().isAustralian()
                                ? GateFacts.Address.Register.UNAVAILABLE
                                : GateFacts.Address.Register.NOT_APPLICABLE));
    }
}
