package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.campaign.change.CampaignLocks;
import io.agencyos.application.campaign.change.Permissions;
import io.agencyos.application.campaign.enrolment.StartEnrolments;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignMachine;
import io.agencyos.domain.campaign.activation.ActivationChecks;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import java.util.Optional;

/**
 * Of two activations for the last slot one waits for the other's lock, and then finds the slot taken. The leads that waited
 * are enrolled afterwards; an activation that dies before that is completed by the next one.
 */
public final class ActivateCampaignService implements ActivateCampaign {

    private final StartEnrolments startEnrolments;
    private final CampaignLocks locks;
    private final Activation activation;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ActivateCampaignService(CampaignPorts ports, Activation activation, UnitOfWork units, ClockPort clock) {
        this.startEnrolments = ports.startEnrolments();
        this.locks = new CampaignLocks(ports);
        this.activation = activation;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome activate(TenantScope scope, CampaignId campaign, Origin origin) {
        if (!Permissions.permits(scope, Role.MEMBER)) {
            return new Outcome.RoleRequired(Role.MEMBER);
        }
        Outcome outcome = units.inTenant(scope.asWorker(), () -> activateInside(scope, campaign, origin));
        if (outcome instanceof Outcome.Activated || outcome instanceof Outcome.AlreadyActive) {
            startEnrolments.start(scope.clientId(), campaign);
        }
        return outcome;
    }

    private Outcome activateInside(TenantScope scope, CampaignId id, Origin origin) {
        Optional<CampaignLocks.Held> held = locks.hold(scope.clientId(), id);
        if (held.isEmpty()) {
            return new Outcome.NotFound();
        }
        Campaign campaign = held.get().campaign();
        return switch (CampaignMachine.on(campaign.status(), CampaignMachine.Command.ACTIVATE)) {
            case CampaignMachine.Move.AlreadySo same -> new Outcome.AlreadyActive(campaign);
            case CampaignMachine.Move.Terminal over -> new Outcome.Terminal();
            case CampaignMachine.Move.Invalid(var from, var to) ->
                throw new IllegalStateException("nothing but a completed campaign refuses to start: " + from);
            case CampaignMachine.Move.Moved moved -> start(scope, held.get(), origin);
        };
    }

    private Outcome start(TenantScope scope, CampaignLocks.Held held, Origin origin) {
        Activation.Facts facts = activation.facts(held.client(), held.campaign(), held.credits());
        List<ActivationProblem> problems = facts.problems();
        if (!problems.isEmpty()) {
            boolean identity = problems.contains(ActivationProblem.SENDER_IDENTITY_INCOMPLETE);
            return new Outcome.Blocked(problems, identity ? facts.missing() : List.of());
        }
        Campaign active = activation.start(scope, held.campaign(), clock.now(), origin);
        return new Outcome.Activated(active, ActivationChecks.skippedChannels(facts.checks()));
    }
}
