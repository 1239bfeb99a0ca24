package io.agencyos.domain.campaign;

import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.LeadCare;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whose word about approval counts. Source: outreach 1.4. */
public final class PermissionModes {

    private PermissionModes() {}

    /**
     * First of the lead's own (unexpired), campaign, client; {@code co_pilot} where nobody said anything. Of a lead that
     * people paused nothing leaves by itself: it is theirs to write to, as in manual mode.
     */
    public static PermissionMode effective(
            LeadCare lead, @Nullable PermissionMode campaign, @Nullable PermissionMode client, Instant now) {
        if (lead.pausedAt() != null) {
            return PermissionMode.MANUAL;
        }
        LeadCare.OwnMode own = lead.own();
        if (own != null && own.holds(now)) {
            return own.mode();
        }
        if (campaign != null) {
            return campaign;
        }
        return client == null ? PermissionMode.CO_PILOT : client;
    }
}
