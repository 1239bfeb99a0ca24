package io.agencyos.application.resource.seat;

import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the use cases of seats need from outside.
 *
 * @param callback where the service tells of this client's accounts, empty while the client has no account there
 * @param linking empty where this installation has no service that links accounts
 * @param publicUrl under which our pages are reached; without one nobody can come back from the service's page
 */
public record SeatPorts(
        Seats seats,
        SeatConnections connections,
        SeatUsage usage,
        SeatTries tries,
        Clients clients,
        Alerts alerts,
        Events events,
        Audit audit,
        Optional<SeatLinking> linking,
        Function<ClientId, Optional<URI>> callback,
        Optional<URI> publicUrl) {}
