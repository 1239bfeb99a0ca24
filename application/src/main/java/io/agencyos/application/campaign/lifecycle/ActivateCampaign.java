package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Starts a draft or a paused campaign where every check passes, gives it its share of the leads and says so by
 * {@code campaign.started}. Source: outreach 1.2, 1.3, api 9.4, scoring PLAN-3.
 */
@PrimaryPort
public interface ActivateCampaign {

    /** What came of it. */
    sealed interface Outcome {

        /** @param skipped channels of steps that nobody can send on and that will be skipped: a warning */
        record Activated(Campaign campaign, List<Channel> skipped) implements Outcome {
            public Activated {
                skipped = List.copyOf(skipped);
            }
        }

        /** It was active already; nothing changed. */
        record AlreadyActive(Campaign campaign) implements Outcome {}

        /**
         * Wire code {@code activation_blocked}, every reason at once.
         *
         * @param missing what {@code sender_identity_incomplete} speaks of
         */
        record Blocked(List<ActivationProblem> problems, List<String> missing) implements Outcome {
            public Blocked {
                problems = List.copyOf(problems);
                missing = List.copyOf(missing);
            }
        }

        record NotFound() implements Outcome {}

        /** Wire code {@code campaign_terminal}. */
        record Terminal() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    Outcome activate(TenantScope scope, CampaignId campaign, Origin origin);
}
