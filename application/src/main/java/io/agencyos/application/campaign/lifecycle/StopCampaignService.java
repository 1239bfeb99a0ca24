package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.campaign.change.CampaignLocks;
import io.agencyos.application.campaign.change.Permissions;
import io.agencyos.application.campaign.change.Trail;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignMachine;
import io.agencyos.domain.campaign.CampaignMachine.Command;
import io.agencyos.domain.campaign.CampaignMachine.Move;
import io.agencyos.domain.campaign.CampaignPause;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The three ways to stop a campaign, which differ in what stays. */
public final class StopCampaignService implements PauseCampaign, CompleteCampaign, DeleteCampaign {

    private final CampaignPorts ports;
    private final CampaignLocks locks;
    private final Priorities priorities;
    private final Trail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    public StopCampaignService(
            CampaignPorts ports, Priorities priorities, Trail trail, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.locks = new CampaignLocks(ports);
        this.priorities = priorities;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public CampaignTransition pause(TenantScope scope, CampaignId campaign, @Nullable String reason, Origin origin) {
        return on(scope, Role.MEMBER, campaign, found -> moved(scope, found, Command.PAUSE, reason, origin));
    }

    @Override
    public CampaignTransition complete(TenantScope scope, CampaignId campaign, Origin origin) {
        CampaignTransition outcome =
                on(scope, Role.MEMBER, campaign, found -> moved(scope, found, Command.COMPLETE, null, origin));
        endWhereOver(outcome);
        return outcome;
    }

    @Override
    public CampaignTransition delete(TenantScope scope, CampaignId campaign, int version, Origin origin) {
        CampaignTransition outcome = on(scope, Role.ADMIN, campaign, found -> deleted(scope, found, version, origin));
        endWhereOver(outcome);
        return outcome;
    }

    private void endWhereOver(CampaignTransition outcome) {
        switch (outcome) {
            case CampaignTransition.Done(Campaign campaign) -> end(campaign);
            case CampaignTransition.AlreadySo(Campaign campaign) -> end(campaign);
            case CampaignTransition.Invalid invalid -> {}
            case CampaignTransition.Terminal terminal -> {}
            case CampaignTransition.NotFound missing -> {}
            case CampaignTransition.RoleRequired required -> {}
        }
    }

    private void end(Campaign campaign) {
        ports.endEnrolments().end(campaign.clientId(), campaign.id());
    }

    private CampaignTransition on(
            TenantScope scope, Role required, CampaignId id, Function<Campaign, CampaignTransition> change) {
        if (!Permissions.permits(scope, required)) {
            return new CampaignTransition.RoleRequired(required);
        }
        return units.inTenant(scope.asWorker(), () -> {
            Optional<CampaignLocks.Held> held = locks.hold(scope.clientId(), id);
            return held.map(CampaignLocks.Held::campaign).map(change).orElseGet(CampaignTransition.NotFound::new);
        });
    }

    private CampaignTransition moved(
            TenantScope scope, Campaign campaign, Command command, @Nullable String reason, Origin origin) {
        return switch (CampaignMachine.on(campaign.status(), command)) {
            case Move.AlreadySo same -> new CampaignTransition.AlreadySo(campaign);
            case Move.Terminal over -> new CampaignTransition.Terminal();
            case Move.Invalid(CampaignStatus from, CampaignStatus to) -> new CampaignTransition.Invalid(from, to);
            case Move.Moved(CampaignStatus to, var effects) -> {
                Instant now = clock.now();
                Campaign stopped = to == CampaignStatus.PAUSED
                        ? campaign.paused(
                                new CampaignPause(now, CampaignPause.Origin.USER, reason, scope.userId()), now)
                        : campaign.completed(now);
                yield new CampaignTransition.Done(written(scope, campaign, stopped, origin));
            }
        };
    }

    private Campaign written(TenantScope scope, Campaign before, Campaign stopped, Origin origin) {
        boolean paused = stopped.status() == CampaignStatus.PAUSED;
        Campaign stored = ports.campaigns().update(stopped);
        priorities.leave(stored);
        trail.event(
                paused ? EventName.CAMPAIGN_PAUSED : EventName.CAMPAIGN_COMPLETED,
                scope,
                stored.id().value(),
                Map.of("from", before.status().wire()));
        trail.campaign(
                scope,
                paused ? AuditAction.CAMPAIGN_PAUSE : AuditAction.CAMPAIGN_COMPLETE,
                stored,
                Map.of("status", Trail.status(before, stored)),
                origin);
        return stored;
    }

    /** A campaign that ran is completed in the same stroke; a draft has nothing to complete. */
    private CampaignTransition deleted(TenantScope scope, Campaign campaign, int version, Origin origin) {
        if (campaign.version() != version) {
            throw new ConcurrentUpdate("campaign " + campaign.id());
        }
        Instant now = clock.now();
        boolean runs = campaign.status() == CampaignStatus.ACTIVE || campaign.status() == CampaignStatus.PAUSED;
        Campaign over = runs ? written(scope, campaign, campaign.completed(now), origin) : campaign;
        Campaign gone = ports.campaigns().update(over.deleted(now));
        trail.campaign(scope, AuditAction.DELETE, gone, Map.of(), origin);
        return new CampaignTransition.Done(gone);
    }
}
