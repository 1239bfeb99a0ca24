package io.agencyos.application.outreach.engine;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Whether vendors answer, as the calls of this process have found. Asks nobody and reads nothing, so that it may be called
 * in a unit of work. Source: outreach 3.3 check 37, vendor catalogue 3.
 */
@SecondaryPort
@FunctionalInterface
public interface VendorLines {

    /** Where every vendor is called, whatever became of the call before. */
    VendorLines OPEN = (client, line) -> Optional.empty();

    /**
     * What is called.
     *
     * @param vendor its name as configured
     * @param member what the vendor calls the member of the account that would act, where each may be out of order alone, such as a
     *     seat; null for the account as a whole
     */
    record Line(String vendor, @Nullable String member) {}

    /**
     * For how long no call of this client to this vendor is let through, because the ones before failed in a row; empty
     * where one may be made now.
     */
    Optional<Duration> closedFor(ClientId client, Line line);
}
