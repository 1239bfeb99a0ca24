package io.agencyos.application.conversion;

import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads only; what is shown is what was appended. */
final class ReadTimelineService implements ReadTimeline {

    private final InboxPorts ports;
    private final UnitOfWork units;

    ReadTimelineService(InboxPorts ports, UnitOfWork units) {
        this.ports = ports;
        this.units = units;
    }

    @Override
    public Page list(TenantScope scope, Timeline.Filter filter, Timeline.@Nullable After after, int limit) {
        return units.inTenant(scope, () -> page(scope.clientId(), filter, after, limit));
    }

    @Override
    public Optional<Page> ofLead(TenantScope scope, LeadId lead, Timeline.@Nullable After after, int limit) {
        ClientId client = scope.clientId();
        return units.inTenant(
                scope,
                () -> ports.leads()
                        .find(client, lead)
                        .map(found ->
                                page(client, new Timeline.Filter(lead, null, null, null, null, null), after, limit)));
    }

    private Page page(ClientId client, Timeline.Filter filter, Timeline.@Nullable After after, int limit) {
        List<Activity> found = ports.timeline().list(client, filter, after, limit + 1);
        List<Activity> shown = Pages.cut(found, limit);
        Map<TouchId, Touch> touches = touches(client, shown);
        return new Page(
                shown,
                cards(client, shown.stream().map(Activity::leadId).toList()),
                touches,
                touches.isEmpty() ? Map.of() : ports.timeline().touchNumbers(client, leads(touches)),
                replies(client, shown),
                found.size() > limit);
    }

    /** What was read in the replies that lines tell of; a line names its reply where it names what it tells of. */
    private Map<ActivityId, Reply> replies(ClientId client, List<Activity> lines) {
        Map<ActivityId, ReplyId> named = new HashMap<>();
        lines.forEach(line -> line.reply().ifPresent(reply -> named.put(line.id(), reply)));
        if (named.isEmpty()) {
            return Map.of();
        }
        Map<ReplyId, Reply> found = ports.replies().findAll(client, named.values()).stream()
                .collect(Collectors.toMap(Reply::id, Function.identity()));
        return named.entrySet().stream()
                .filter(line -> found.containsKey(line.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, line -> found.get(line.getValue())));
    }

    private static Set<LeadId> leads(Map<TouchId, Touch> touches) {
        return touches.values().stream().map(Touch::leadId).collect(Collectors.toSet());
    }

    private Map<TouchId, Touch> touches(ClientId client, List<Activity> lines) {
        Set<TouchId> ids =
                lines.stream().map(Activity::touchId).filter(Objects::nonNull).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : ports.touches().findAll(client, ids).stream()
                        .collect(Collectors.toMap(Touch::id, Function.identity()));
    }

    @Override
    public TouchPage touches(TenantScope scope, Touches.Filter filter, Touches.@Nullable After after, int limit) {
        ClientId client = scope.clientId();
        return units.inTenant(scope, () -> {
            List<Touch> found = ports.touches().list(client, filter, after, limit + 1);
            List<Touch> shown = Pages.cut(found, limit);
            return new TouchPage(
                    shown, cards(client, shown.stream().map(Touch::leadId).toList()), found.size() > limit);
        });
    }

    private Cards cards(ClientId client, List<LeadId> leads) {
        return Cards.of(ports.leads(), ports.campaigns(), client, leads);
    }
}
