package io.agencyos.application.scoring;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Scores what events and time have made due, a batch at a time. Each batch is a unit of its own and may be repeated without
 * harm; a lead that somebody else keeps changing is asked for again a minute later. Source: scoring ALS-16, ALS-17, 6.
 */
@PrimaryPort
public interface RescoreDue {

    /** One batch of what events have asked for; false when nothing is due. */
    boolean asked(ClientId client, int batch);

    /** The clients for whom {@link #asked} has something to do. */
    List<ClientId> clientsAsked();

    /** One batch of the leads whose {@code next_rescore_at} has come; how many there were. */
    int aged(ClientId client, int batch);

    /** The clients for whom {@link #aged} has something to do, by id after this one; in a unit of the platform. */
    List<ClientId> clientsAged(Instant now, @Nullable ClientId after, int limit);
}
