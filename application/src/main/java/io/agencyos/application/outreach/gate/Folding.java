package io.agencyos.application.outreach.gate;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.engine.TouchCases;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One unit's view of the touches whose outcome is known. What only some outcomes need is read when the first of them asks
 * for it; no gate is asked here, so nothing that only a gate looks at is read.
 */
public final class Folding {

    private final Engine engine;
    private final Setting setting;
    private final List<TouchCase> cases;
    private final Changes changes;
    private final Capacity capacity;
    private @Nullable Map<LeadId, Touches.ContactHistory> histories;

    public Folding(Engine engine, Engine.Locked locked, Changes changes) {
        this.engine = engine;
        this.setting = locked.setting();
        this.cases = engine.cases().read(setting, locked.pairs());
        this.changes = changes;
        this.capacity = Capacity.of(engine, setting, locked.campaigns(), cases);
    }

    public Setting setting() {
        return setting;
    }

    public List<TouchCase> cases() {
        return cases;
    }

    public Changes changes() {
        return changes;
    }

    /** The earlier contacts of one of the leads. */
    public Touches.ContactHistory history(LeadId lead) {
        if (histories == null) {
            histories = engine.stores()
                    .touches()
                    .history(
                            setting.id(),
                            cases.stream()
                                    .map(one -> one.touch().leadId())
                                    .distinct()
                                    .toList(),
                            setting.now().minus(TouchCases.REMEMBERED));
        }
        return histories.getOrDefault(lead, Touches.ContactHistory.NONE);
    }

    /** What a touch that was sent takes of every counter. */
    public List<Quotas.Bound> bounds(TouchCase one, ResourceId sender) {
        return capacity.bounds(one, sender);
    }
}
