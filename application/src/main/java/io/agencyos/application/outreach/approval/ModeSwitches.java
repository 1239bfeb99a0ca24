package io.agencyos.application.outreach.approval;

import io.agencyos.application.campaign.EditCampaign;
import io.agencyos.application.client.EditClient;
import io.agencyos.application.lead.CareForLead;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The three places where people switch the permission mode, each followed by what the switch does to what stands ready.
 * Source: outreach 1.4.
 */
public final class ModeSwitches {

    private final SendBackUnapproved sendBack;

    public ModeSwitches(SendBackUnapproved sendBack) {
        this.sendBack = sendBack;
    }

    /** Of a campaign. */
    public EditCampaign followed(EditCampaign edits) {
        return (scope, campaign, version, settings, origin) -> {
            EditCampaign.Outcome outcome = edits.edit(scope, campaign, version, settings, origin);
            if (outcome instanceof EditCampaign.Outcome.Edited edited
                    && edited.campaign().permissionMode() != PermissionMode.AUTOPILOT) {
                sendBack.ofCampaign(scope.clientId(), campaign);
            }
            return outcome;
        };
    }

    /** Of a client, which counts where its campaigns have none of their own. */
    public EditClient followed(EditClient edits) {
        return (scope, version, details, origin) -> {
            EditClient.Outcome outcome = edits.edit(scope, version, details, origin);
            if (outcome instanceof EditClient.Outcome.Changed changed
                    && changed.client().defaultPermissionMode() != PermissionMode.AUTOPILOT) {
                sendBack.ofCampaign(scope.clientId(), null);
            }
            return outcome;
        };
    }

    /** Of a lead. One that is paused keeps its texts: it is to hear from people alone, not to be offered to them. */
    public CareForLead followed(CareForLead care) {
        return new Followed(care, sendBack);
    }

    private record Followed(CareForLead care, SendBackUnapproved sendBack) implements CareForLead {

        @Override
        public Outcome pause(TenantScope scope, LeadId lead, Origin origin) {
            return care.pause(scope, lead, origin);
        }

        @Override
        public Outcome resume(TenantScope scope, LeadId lead, Origin origin) {
            return care.resume(scope, lead, origin);
        }

        @Override
        public Outcome override(
                TenantScope scope,
                LeadId lead,
                PermissionMode mode,
                String reason,
                @Nullable Instant until,
                Origin origin) {
            return switched(scope, lead, care.override(scope, lead, mode, reason, until, origin));
        }

        @Override
        public Outcome lift(TenantScope scope, LeadId lead, Origin origin) {
            return switched(scope, lead, care.lift(scope, lead, origin));
        }

        private Outcome switched(TenantScope scope, LeadId lead, Outcome outcome) {
            if (outcome instanceof Outcome.Done) {
                sendBack.ofLead(scope.clientId(), lead);
            }
            return outcome;
        }
    }
}
