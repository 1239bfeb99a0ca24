package io.agencyos.application.client.identity.opening;

import io.agencyos.application.client.OpenClient;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.UserId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Staff opens a client with its twin; whoever shall own it is invited. Source: api 9.17 {@code POST P/clients}. */
@PrimaryPort
public interface OpenForStaff {

    OpenClient.Outcome open(UserId staff, String name, Origin origin);
}
