package io.agencyos.application.client.identity;

import io.agencyos.domain.client.identity.Profile;
import io.agencyos.domain.shared.id.UserId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** A person's own name, telephone, zone and habits. Source: api 2, {@code /me}. */
@PrimaryPort
public interface KeepProfile {

    /** @param version of the person, which every change moves */
    record Own(String fullName, Profile profile, int version) {}

    /** What came of it. */
    sealed interface Outcome {

        record Changed(Own now) implements Outcome {}

        /** Wire code {@code version_conflict}. */
        record Stale(int current) implements Outcome {}
    }

    /** Empty for somebody who is no more. */
    Optional<Own> show(UserId user);

    /**
     * Changes both at once.
     *
     * @param wanted what it shall be, with the version that was read
     */
    Outcome change(UserId user, Own wanted);
}
