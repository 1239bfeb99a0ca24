package io.agencyos.application.client;

import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.shared.id.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What rides along when a profile is written, decided by whoever scores by it. Called inside the unit of work that writes,
 * with the client locked. Source: scoring ALS-20.
 */
public interface ProfileRider {

    /** Nobody scores by the profile: it changes freely and alone. */
    ProfileRider NONE = new ProfileRider() {
        @Override
        public boolean permits(ClientId client, @Nullable IcpTarget inForce, IcpTarget next) {
            return true;
        }

        @Override
        public void saved(ClientId client, boolean inForce) {
            // nothing rides along
        }
    };

    /** Whether the change may take effect; {@code inForce} is null while no profile is. */
    boolean permits(ClientId client, @Nullable IcpTarget inForce, IcpTarget next);

    /** Writes what changes with the profile. */
    void saved(ClientId client, boolean inForce);
}
