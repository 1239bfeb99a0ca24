package io.agencyos.domain.campaign;

import io.agencyos.domain.client.PermissionMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whose word about approval counts. Source: outreach 1.4. */
public final class PermissionModes {

    private PermissionModes() {}

    /** A lead's own mode; {@code until} null for no end. */
    public record LeadOverride(
            PermissionMode mode, @Nullable Instant until) {}

    /** First of lead override (unexpired), campaign, client; {@code co_pilot} where nobody said anything. */
    public static PermissionMode effective(
            @Nullable LeadOverride lead,
            @Nullable PermissionMode campaign,
            @Nullable PermissionMode client,
            Instant now) {
        if (lead != null && (lead.until() == null || now.isBefore(lead.until()))) {
            return lead.mode();
        }
        if (campaign != null) {
            return campaign;
        }
        return client == null ? PermissionMode.CO_PILOT : client;
    }
}
