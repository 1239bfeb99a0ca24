package io.agencyos.application.client;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.domain.shared.id.ClientId;
import java.util.function.Predicate;

/**
 * What changing a client and its profile needs from outside.
 *
 * @param sharing which clients consent to learning that is shared with others
 */
public record ClientPorts(Clients clients, Credits credits, Predicate<ClientId> sharing, Events events, Audit audit) {}
