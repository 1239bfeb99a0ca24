package io.agencyos.application.outreach.wash;

import io.agencyos.domain.outreach.PhoneWash;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * How the register's own site reads and writes files of numbers. Everything else about a wash is the same however it
 * travels. Source: vendors/dncr 1, 3, 5.
 */
@SecondaryPort
public interface WashFiles {

    /** One number each, as the register wants them, in this order; what it does not take is left out. */
    List<String> lines(Collection<PhoneNumber> numbers);

    /** What a result says; lines that name no number, or no answer that counts, are passed over. */
    Map<PhoneNumber, PhoneWash.Answer> read(List<String> lines);
}
