package io.agencyos.application.client;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;

/** What changing a client and its profile needs from outside. */
public record ClientPorts(Clients clients, Credits credits, SharingConsents consents, Events events, Audit audit) {}
