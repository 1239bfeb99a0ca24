package io.agencyos.application.campaign;

import io.agencyos.application.campaign.change.CampaignLocks;
import io.agencyos.application.campaign.change.Permissions;
import io.agencyos.application.campaign.change.SettingsOf;
import io.agencyos.application.campaign.change.Trail;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignRules;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever edits holds the client's lock, so that a start that writes shares meanwhile is waited for, not run into. */
final class EditCampaignService implements EditCampaign {

    private final CampaignPorts ports;
    private final CampaignLocks locks;
    private final Trail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    EditCampaignService(CampaignPorts ports, Trail trail, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.locks = new CampaignLocks(ports);
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome edit(TenantScope scope, CampaignId campaign, int version, CampaignSettings settings, Origin origin) {
        if (!Permissions.permits(scope, Role.MEMBER)) {
            return new Outcome.RoleRequired(Role.MEMBER);
        }
        try {
            return units.inTenant(
                    scope.asWorker(), () -> editInside(scope, campaign, version, settings.stripped(), origin));
        } catch (UniqueViolation taken) {
            if (taken.getMessage().contains(SettingsOf.NAME_INDEX)) {
                return new Outcome.NameTaken();
            }
            throw taken;
        }
    }

    private Outcome editInside(
            TenantScope scope, CampaignId id, int version, CampaignSettings settings, Origin origin) {
        Optional<CampaignLocks.Held> held = locks.hold(scope.clientId(), id);
        if (held.isEmpty()) {
            return new Outcome.NotFound();
        }
        Campaign campaign = held.get().campaign();
        if (campaign.version() != version) {
            throw new ConcurrentUpdate("campaign " + campaign.id());
        }
        if (campaign.status().isTerminal()) {
            return new Outcome.Terminal();
        }
        // a member may change the rest of a campaign that an admin has put on autopilot
        Role required = campaign.permissionMode() == settings.permissionMode()
                ? Role.MEMBER
                : Permissions.toSet(scope, effective(settings.permissionMode(), held.get()));
        if (!Permissions.permits(scope, required)) {
            return new Outcome.RoleRequired(required);
        }
        List<FieldProblem> problems = CampaignRules.problems(
                settings,
                ports.campaigns()
                        .sequence(scope.clientId(), id, campaign.sequence().version())
                        .map(Sequence::steps)
                        .map(SettingsOf::used)
                        .orElse(Set.of()));
        return problems.isEmpty() ? written(scope, campaign, settings, origin) : new Outcome.Invalid(problems);
    }

    private static PermissionMode effective(@Nullable PermissionMode mode, CampaignLocks.Held held) {
        return mode == null ? held.client().defaultPermissionMode() : mode;
    }

    private Outcome written(TenantScope scope, Campaign campaign, CampaignSettings settings, Origin origin) {
        if (campaign.settings().equals(settings)) {
            return new Outcome.Edited(campaign);
        }
        Campaign changed = ports.campaigns().update(campaign.with(settings, clock.now()));
        trail.campaign(scope, AuditAction.UPDATE, changed, changes(campaign.settings(), settings), origin);
        return new Outcome.Edited(changed);
    }

    private static Map<String, Change> changes(CampaignSettings before, CampaignSettings after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        put(changes, "name", before.name(), after.name());
        put(changes, "description", before.description(), after.description());
        put(changes, "permission_mode", wire(before.permissionMode()), wire(after.permissionMode()));
        put(changes, "target", before.target(), after.target());
        put(changes, "channel_mix", before.channelMix(), after.channelMix());
        put(changes, "channel_floors", before.floors(), after.floors());
        put(changes, "touch_gap_days", before.pace().gapDays(), after.pace().gapDays());
        put(
                changes,
                "channel_cooldown_days",
                before.pace().channelCooldownDays(),
                after.pace().channelCooldownDays());
        put(changes, "daily_limit", before.pace().dailyLimit(), after.pace().dailyLimit());
        put(changes, "timezone", before.timezone(), after.timezone());
        put(changes, "work_start", before.workHours().start(), after.workHours().start());
        put(changes, "work_end", before.workHours().end(), after.workHours().end());
        put(changes, "work_days", before.workHours().days(), after.workHours().days());
        put(changes, "start_date", before.startDate(), after.startDate());
        put(changes, "end_date", before.endDate(), after.endDate());
        return changes;
    }

    private static @Nullable String wire(@Nullable PermissionMode mode) {
        return mode == null ? null : mode.wire();
    }

    private static void put(
            Map<String, Change> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(
                    field,
                    new Change(before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }
}
