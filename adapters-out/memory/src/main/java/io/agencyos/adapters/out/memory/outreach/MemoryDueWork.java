package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.client.Clients;
import io.agencyos.application.outreach.store.Approvals;
import io.agencyos.application.outreach.store.DueWork;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.resource.seat.SeatConnections;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the stores of the stages themselves, one client after the other. */
public final class MemoryDueWork implements DueWork {

    private final Clients clients;
    private final Campaigns campaigns;
    private final Enrolments enrolments;
    private final Touches touches;
    private final Approvals approvals;
    private final @Nullable SeatConnections connections;

    /** Of clients without seats. */
    public MemoryDueWork(
            Clients clients, Campaigns campaigns, Enrolments enrolments, Touches touches, Approvals approvals) {
        this(clients, campaigns, enrolments, touches, approvals, null);
    }

    public MemoryDueWork(
            Clients clients,
            Campaigns campaigns,
            Enrolments enrolments,
            Touches touches,
            Approvals approvals,
            @Nullable SeatConnections connections) {
        this.connections = connections;
        this.clients = clients;
        this.campaigns = campaigns;
        this.enrolments = enrolments;
        this.touches = touches;
        this.approvals = approvals;
    }

    @Override
    public Map<ClientId, Set<LoopStage>> of(Set<LoopStage> asked, Horizon horizon) {
        Map<ClientId, Set<LoopStage>> due = new LinkedHashMap<>();
        for (Client client : clients.allServed()) {
            Set<LoopStage> named = EnumSet.noneOf(LoopStage.class);
            asked.stream().filter(stage -> isDue(client, stage, horizon)).forEach(named::add);
            if (!named.isEmpty()) {
                due.put(client.id(), named);
            }
        }
        return due;
    }

    private boolean isDue(Client client, LoopStage stage, Horizon horizon) {
        ClientId id = client.id();
        Instant now = horizon.now();
        return switch (stage) {
            case WAKE -> !enrolments.lockWaking(id, now, 1).isEmpty();
            case EXPIRE_APPROVALS -> !approvals.overdue(id, now, 1).isEmpty();
            case RECONCILE ->
                !touches.leaseOver(id, now, 1).isEmpty()
                        || !touches.toLookUp(id, now, 1).isEmpty();
            case PLAN ->
                !client.paused()
                        && (followUpDue(id, planned(client, horizon))
                                || !enrolments
                                        .lockDue(id, now, planned(client, horizon), 1)
                                        .isEmpty());
            case DRAFT -> !touches.withoutText(id, now, horizon.drafted(), 1).isEmpty();
            case COMMIT -> !touches.due(id, now, 1).isEmpty();
            case DISPATCH -> !touches.lockClaimable(id, now, 1).isEmpty();
        };
    }

    private Instant planned(Client client, Horizon horizon) {
        boolean asked = campaigns.all(client.id()).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .map(Campaign::permissionMode)
                .anyMatch(own -> own != null && own != PermissionMode.AUTOPILOT);
        return horizon.planned(asked ? PermissionMode.CO_PILOT : client.defaultPermissionMode());
    }

    private boolean followUpDue(ClientId client, Instant until) {
        return connections != null
                && !connections.followUpsDue(client, until, 1).isEmpty();
    }
}
