package io.agencyos.application.platform.flow.store;

import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Clients as flows see them. */
@SecondaryPort
public interface FlowClients {

    /**
     * What stops a client's work.
     *
     * @param pause its own pause; null while it is not paused
     * @param credits how many are left
     * @param nextReset when there will be more; null when nobody knows
     */
    record Standing(
            @Nullable Pause pause,
            SubscriptionStatus subscription,
            int credits,
            @Nullable Instant nextReset) {}

    /**
     * Since when everything rests, and why.
     *
     * @param who the name of the member who stopped it; null where it was staff or is not known
     */
    record Pause(Instant at, String reason, @Nullable String who) {}

    /** Those that are not deleted, with an active subscription or on trial, by id after this one. Platform unit. */
    List<ClientId> eligible(@Nullable ClientId after, int limit);

    /** How the client stands now; empty when it is deleted. The client's unit. */
    Optional<Standing> standing(ClientId client);
}
