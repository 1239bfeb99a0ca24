package io.agencyos.application.client.staff;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Every live client with its figures. Needs an open platform unit of work. Source: api 9.17 {@code P/clients}. */
@SecondaryPort
public interface ClientBook {

    /**
     * As they stand now, in no order that means anything; twins are in no list.
     *
     * @param only this one, or null for all
     */
    List<ClientStanding> live(@Nullable ClientId only, Instant now);
}
