package io.agencyos.application.conversion.learning;

import io.agencyos.application.client.Clients;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.shared.ClientId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The industry that a client works for: the only one that its confirmed profile names, else none. */
final class ClientIndustry {

    private ClientIndustry() {}

    /** In lower case, as industries of leads are; inside a unit of work of the client. */
    static Optional<String> of(Clients clients, ClientId client) {
        return clients.icp(client)
                .filter(profile -> profile.status() == IcpStatus.CONFIRMED)
                .map(IcpProfile::industries)
                .filter(industries -> industries.size() == 1)
                .map(List::getFirst)
                .map(industry -> industry.strip().toLowerCase(Locale.ROOT));
    }
}
