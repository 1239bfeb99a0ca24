package io.agencyos.application.campaign;

import io.agencyos.application.campaign.change.Trail;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.PriorityBalance;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whoever changes shares holds the client's ledger row, as whoever starts or stops a campaign does (data model 5.4). */
final class SharePrioritiesService implements SharePriorities {

    private static final int WHOLE = 100;

    /** A version has nine digits at most. */
    private static final int VERSIONS = 1_000_000_000;

    private final CampaignPorts ports;
    private final Trail trail;
    private final UnitOfWork units;

    SharePrioritiesService(CampaignPorts ports, Trail trail, UnitOfWork units) {
        this.ports = ports;
        this.trail = trail;
        this.units = units;
    }

    @Override
    public Shares show(TenantScope scope) {
        return units.inTenant(scope, () -> shares(scope.clientId()));
    }

    private Shares shares(ClientId client) {
        List<Campaign> active = ports.campaigns().all(client).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .toList();
        // neither a row nor a counter holds them together: the list itself says whether it is still the same
        String list = active.stream()
                .map(campaign -> campaign.id().text() + "=" + campaign.priorityPct())
                .collect(Collectors.joining(","));
        return new Shares(active, Math.floorMod(list.hashCode(), VERSIONS));
    }

    @Override
    public Outcome set(TenantScope scope, Map<CampaignId, Integer> shares, int version, Origin origin) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired();
        }
        return units.inTenant(scope.asWorker(), () -> setLocked(scope, shares, version, origin));
    }

    private Outcome setLocked(TenantScope scope, Map<CampaignId, Integer> wanted, int version, Origin origin) {
        ClientId client = scope.clientId();
        ports.clients().findForShare(client);
        ports.credits().lock(client);
        Shares before = shares(client);
        if (before.version() != version) {
            return new Outcome.VersionConflict(before.version());
        }
        Set<CampaignId> active = before.active().stream().map(Campaign::id).collect(Collectors.toSet());
        if (!active.equals(wanted.keySet())) {
            return new Outcome.SetMismatch(without(active, wanted.keySet()), without(wanted.keySet(), active));
        }
        int sum = wanted.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != WHOLE) {
            return new Outcome.SumIsNot100(sum);
        }
        int low = PriorityBalance.lowest(active.size());
        int high = PriorityBalance.highest(active.size());
        Set<CampaignId> outside = wanted.entrySet().stream()
                .filter(share -> share.getValue() < low || share.getValue() > high)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!outside.isEmpty()) {
            return new Outcome.OutOfRange(outside, low, high);
        }
        write(scope, before, wanted, origin);
        return new Outcome.Set(shares(client));
    }

    private void write(TenantScope scope, Shares before, Map<CampaignId, Integer> wanted, Origin origin) {
        Map<CampaignId, Integer> changed = new HashMap<>();
        for (Campaign campaign : before.active()) {
            int share = wanted.getOrDefault(campaign.id(), campaign.priorityPct());
            if (share != campaign.priorityPct()) {
                changed.put(campaign.id(), share);
                trail.campaign(
                        scope,
                        AuditAction.UPDATE,
                        campaign,
                        Map.of(
                                "priority_pct",
                                new Change(Integer.toString(campaign.priorityPct()), Integer.toString(share))),
                        origin);
            }
        }
        if (!changed.isEmpty()) {
            ports.campaigns().share(scope.clientId(), changed);
        }
    }

    private static Set<CampaignId> without(Set<CampaignId> all, Set<CampaignId> those) {
        Set<CampaignId> rest = new HashSet<>(all);
        rest.removeAll(those);
        return rest;
    }

    @Override
    public Map<CampaignId, Integer> preview(TenantScope scope, CampaignId campaign, int wanted) {
        List<Campaign> active = show(scope).active();
        List<CampaignId> ids = active.stream().map(Campaign::id).toList();
        Map<CampaignId, Integer> balanced = new LinkedHashMap<>();
        if (ids.contains(campaign)) {
            List<Integer> shares = PriorityBalance.changed(
                    active.stream().map(Campaign::priorityPct).toList(), ids.indexOf(campaign), wanted);
            for (int i = 0; i < ids.size(); i++) {
                balanced.put(ids.get(i), shares.get(i));
            }
        }
        return balanced;
    }
}
