package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.store.Activities;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.shared.id.ActivityId;
import java.util.Collection;
import java.util.List;

/** The timeline; entries whose key is known are left out. */
public final class MemoryActivities implements Activities {

    private static final String KEY = "uq_activity_dedupe_key";

    private final MemoryTable<ActivityId, Activity> table;

    public MemoryActivities(MemoryUnitOfWork units) {
        table = MemoryTable.<ActivityId, Activity>ofTenants("activity", units, Activity::clientId, Activity::id)
                .unique(KEY, MemoryActivities::key);
    }

    private static @org.jspecify.annotations.Nullable Object key(Activity activity) {
        return activity.dedupeKey() == null ? null : List.of(activity.clientId(), activity.dedupeKey());
    }

    @Override
    public int append(Collection<Activity> activities) {
        int added = 0;
        for (Activity activity : activities) {
            Object key = key(activity);
            if (key == null || table.findBy(KEY, key).isEmpty()) {
                table.insert(activity);
                added++;
            }
        }
        return added;
    }

    /** Everything appended, in order; for tests. */
    public List<Activity> all() {
        return table.rows().toList();
    }
}
