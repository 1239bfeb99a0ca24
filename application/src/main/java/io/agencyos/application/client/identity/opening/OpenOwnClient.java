package io.agencyos.application.client.identity.opening;

import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Opens a client with its twin for whoever is signed in, who becomes its owner. Nobody owns more than five. Source: api
 * 9.2.
 */
@PrimaryPort
public interface OpenOwnClient {

    /** What came of it. */
    sealed interface Outcome {

        record Opened(Client client, ClientId twin) implements Outcome {}

        /** Wire code {@code duplicate}: the slug, given or made of the name, is another client's or was until lately. */
        record Exists() implements Outcome {}

        /** Wire code {@code limit_reached}; twins are not counted. */
        record LimitReached(int limit, int current) implements Outcome {}

        /** {@code name}: 1 to 200 characters with at least three letters or digits. */
        record InvalidName(String reason) implements Outcome {}

        /** The slug that was wished for can be nobody's. */
        record InvalidSlug(FieldProblem problem) implements Outcome {}
    }

    /** @param slug what the client is called in addresses; null makes one of the name */
    Outcome open(Principal principal, String name, @Nullable String slug, Origin origin);
}
