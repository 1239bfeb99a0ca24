package io.agencyos.application.resource.lending;

import io.agencyos.application.resource.PhoneNumberProvisioner;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Where a client's numbers are bought: the carrier that it has connected. Source: outreach 10.8. */
@SecondaryPort
public interface NumberShops {

    /** A carrier, by the name that its numbers are stored with. */
    record Shop(String vendor, PhoneNumberProvisioner numbers) {}

    /** Empty while the client has connected none. Never call it inside a unit of work. */
    Optional<Shop> of(ClientId client);
}
