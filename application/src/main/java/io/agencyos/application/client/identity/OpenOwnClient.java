package io.agencyos.application.client.identity;

import io.agencyos.domain.client.Client;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Opens a client with its twin for whoever is signed in, who becomes its owner. Nobody owns more than five. Source: api
 * 9.2.
 */
@PrimaryPort
public interface OpenOwnClient {

    /** What came of it. */
    sealed interface Outcome {

        record Opened(Client client, ClientId twin) implements Outcome {}

        /** Wire code {@code duplicate}: the name, or one that reads the same in an address, is taken. */
        record Exists() implements Outcome {}

        /** Wire code {@code limit_reached}; twins are not counted. */
        record LimitReached(int limit, int current) implements Outcome {}

        /** {@code name}: 1 to 200 characters with at least three letters or digits. */
        record InvalidName(String reason) implements Outcome {}
    }

    Outcome open(Principal principal, String name, Origin origin);
}
