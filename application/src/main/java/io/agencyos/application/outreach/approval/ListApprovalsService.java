package io.agencyos.application.outreach.approval;

import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the queue in chunks and what belongs to a chunk at once, until a page is full or the queue is at its end. */
public final class ListApprovalsService implements ListApprovals {

    private static final int CHUNK = 200;

    private final Engine engine;

    public ListApprovalsService(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<ApprovalView> of(TenantScope scope, Filter filter, @Nullable ApprovalId after, int limit) {
        return engine.inTenant(scope.clientId(), () -> page(scope.clientId(), filter, after, limit));
    }

    @Override
    public Optional<ApprovalView> one(TenantScope scope, ApprovalId id) {
        return engine.inTenant(
                scope.clientId(),
                () -> engine.stores()
                        .approvals()
                        .find(scope.clientId(), id)
                        .flatMap(item ->
                                views(scope.clientId(), List.of(item)).stream().findFirst()));
    }

    private List<ApprovalView> page(ClientId client, Filter filter, @Nullable ApprovalId after, int limit) {
        ApprovalItem.Status only =
                filter.statuses().size() == 1 ? filter.statuses().iterator().next() : null;
        List<ApprovalView> found = new ArrayList<>();
        ApprovalId from = after;
        while (true) {
            List<ApprovalItem> chunk = engine.stores().approvals().list(client, only, from, CHUNK);
            List<ApprovalItem> fitting =
                    chunk.stream().filter(item -> fits(filter, item)).toList();
            views(client, fitting).stream()
                    .filter(view -> filter.channels().isEmpty()
                            || filter.channels().contains(view.touch().kind().channel()))
                    .forEach(found::add);
            if (found.size() >= limit || chunk.size() < CHUNK) {
                return List.copyOf(found.subList(0, Math.min(limit, found.size())));
            }
            from = chunk.getLast().id();
        }
    }

    private static boolean fits(Filter filter, ApprovalItem item) {
        return (filter.statuses().isEmpty() || filter.statuses().contains(item.status()))
                && (filter.campaigns().isEmpty() || filter.campaigns().contains(item.campaignId()))
                && (filter.leads().isEmpty() || filter.leads().contains(item.leadId()));
    }

    private List<ApprovalView> views(ClientId client, List<ApprovalItem> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        Map<TouchId, Touch> touches = by(
                engine.stores()
                        .touches()
                        .findAll(
                                client,
                                items.stream().map(ApprovalItem::touchId).toList()),
                Touch::id);
        Map<LeadId, Lead> leads = by(
                engine.world()
                        .leads()
                        .leads()
                        .findAll(
                                client,
                                items.stream()
                                        .map(ApprovalItem::leadId)
                                        .distinct()
                                        .toList()),
                Lead::id);
        Map<CampaignId, Campaign> campaigns = by(engine.world().campaigns().all(client), Campaign::id);
        Map<ResourceId, Mailbox> senders = by(engine.world().mailboxes().ofClient(client), Mailbox::id);
        List<ApprovalView> views = new ArrayList<>();
        for (ApprovalItem item : items) {
            Touch touch = touches.get(item.touchId());
            if (touch != null) {
                ResourceId sender = touch.resourceId();
                views.add(new ApprovalView(
                        item,
                        touch,
                        leads.get(item.leadId()),
                        campaigns.get(item.campaignId()),
                        sender == null ? null : senders.get(sender)));
            }
        }
        return views;
    }

    private static <K, V> Map<K, V> by(List<V> rows, Function<V, K> key) {
        return rows.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
