package io.agencyos.application.client;

import io.agencyos.domain.client.Client;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Opens a client on this installation: the client, its test twin, their settings, and a trial of the smallest plan. Only
 * whoever runs the installation may; people sign up through the API. Source: data model 5.1, scoring PLAN-5.
 */
@PrimaryPort
public interface OpenClient {

    /** What came of it. */
    sealed interface Outcome {

        record Opened(Client client) implements Outcome {}

        /** A client of this name, or one whose name reads the same in an address, is there already. */
        record Exists(Client client) implements Outcome {}

        /** {@code name}: 1 to 200 characters with at least three letters or digits. */
        record InvalidName(String reason) implements Outcome {}
    }

    Outcome open(String name);
}
