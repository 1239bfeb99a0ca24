package io.agencyos.adapters.out.memory.conversation;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The activities that were appended, for reading. */
public final class MemoryTimeline implements Timeline {

    private final MemoryActivities activities;
    private final Predicate<TouchId> fruitless;

    /** Of a world in which nobody is called. */
    public MemoryTimeline(MemoryActivities activities) {
        this(activities, touch -> false);
    }

    /** @param fruitless whether a touch was a call that does not count among those of its lead */
    public MemoryTimeline(MemoryActivities activities, Predicate<TouchId> fruitless) {
        this.activities = activities;
        this.fruitless = fruitless;
    }

    @Override
    public List<Activity> of(ClientId client, LeadId lead, @Nullable After after, int limit) {
        return list(client, new Filter(lead, null, null, null, null, null), after, limit);
    }

    @Override
    public List<Activity> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        return activities.all().stream()
                .filter(line -> line.clientId().equals(client) && shows(filter, line))
                .filter(line -> after == null || isBehind(line, after))
                .sorted(comparing(Activity::occurredAt)
                        .thenComparing(ById.ascending(Activity::id))
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Map<TouchId, Integer> touchNumbers(ClientId client, Collection<LeadId> leads) {
        Map<LeadId, Integer> counts = new HashMap<>();
        Map<TouchId, Integer> numbers = new HashMap<>();
        activities.all().stream()
                .filter(line -> line.clientId().equals(client) && leads.contains(line.leadId()))
                .filter(line -> line.action() == ActivityAction.SENT)
                .sorted(comparing(Activity::occurredAt).thenComparing(ById.ascending(Activity::id)))
                .forEach(line -> {
                    TouchId touch = line.touchId();
                    if (touch != null && !numbers.containsKey(touch) && !fruitless.test(touch)) {
                        numbers.put(touch, counts.merge(line.leadId(), 1, Integer::sum));
                    }
                });
        return numbers;
    }

    private static boolean shows(Filter filter, Activity line) {
        return (filter.lead() == null || filter.lead().equals(line.leadId()))
                && (filter.campaign() == null || filter.campaign().equals(line.campaignId()))
                && (filter.channels() == null
                        || line.channel() != null && filter.channels().contains(line.channel()))
                && (filter.actions() == null || filter.actions().contains(line.action()))
                && (filter.from() == null || !line.occurredAt().isBefore(filter.from()))
                && (filter.until() == null || line.occurredAt().isBefore(filter.until()));
    }

    private static boolean isBehind(Activity line, After after) {
        int order = line.occurredAt().compareTo(after.occurredAt());
        return order < 0 || order == 0 && line.id().text().compareTo(after.id().text()) < 0;
    }
}
