package io.agencyos.application.client.access;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.identity.store.Invitations;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.platform.Audit;

/** What access to a client needs from outside. */
public record AccessPorts(Clients clients, Users users, Invitations invitations, ApiKeys keys, Audit audit) {}
