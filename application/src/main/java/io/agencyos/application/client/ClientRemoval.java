package io.agencyos.application.client;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Takes everything of clients away for good, wherever it is kept. Source: api 9.2, data model 15. */
@SecondaryPort
public interface ClientRemoval {

    /** A client whose time has come; the twin is null where it is gone already. */
    record Leaving(ClientId live, @Nullable ClientId twin) {}

    /** Some that are to be removed by now, the first due first; platform unit. */
    List<Leaving> due(Instant now, int most);

    /** From now on client and twin are there for nobody, and the twin's world is owed its end; platform unit. Safe to repeat. */
    void begin(Leaving leaving, Instant now);

    /** Twins whose world is still to be forgotten, their rows gone or not; the longest owed first; platform unit. */
    List<ClientId> owedWorlds(int most);

    /** Nothing is left of the twin's world, once and for all; platform unit. */
    void worldForgotten(ClientId twin, Instant now);

    /**
     * Takes so many rows away, the keys that seal the client's data first and the client itself last; in the client's own
     * unit, as worker. A twin goes before its client. The rows are counted in the proof of the removal.
     *
     * @return how many there were; 0 when nothing is left
     */
    int removeSome(ClientId client, int most, Instant now);
}
