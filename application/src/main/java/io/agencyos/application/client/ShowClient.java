package io.agencyos.application.client;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.OnboardingStatus;
import io.agencyos.domain.client.billing.Subscription;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** A client with what belongs to it one to one. Every member may see it. Source: api 9.2, 9.3. */
@PrimaryPort
public interface ShowClient {

    /**
     * All of it, read at one moment.
     *
     * @param icp the confirmed profile, else the newest draft, else null
     * @param leavesAt when everything is removed for good, null for a client that stays
     * @param requiresSecondFactor whether people come in with a second factor only
     * @param sharesLearning whether what it learns may be pooled with what others learn
     * @param onboarding how far the client is set up
     */
    record Standing(
            Client client,
            ClientSettings settings,
            @Nullable Subscription subscription,
            @Nullable IcpProfile icp,
            @Nullable Instant leavesAt,
            boolean requiresSecondFactor,
            boolean sharesLearning,
            OnboardingStatus onboarding) {}

    /** Empty where the client is gone. */
    Optional<Standing> of(TenantScope scope);
}
