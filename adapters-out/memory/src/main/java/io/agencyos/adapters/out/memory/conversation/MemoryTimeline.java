package io.agencyos.adapters.out.memory.conversation;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.application.conversation.Timeline;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The activities that were appended, for reading. */
public final class MemoryTimeline implements Timeline {

    private final MemoryActivities activities;

    public MemoryTimeline(MemoryActivities activities) {
        this.activities = activities;
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
