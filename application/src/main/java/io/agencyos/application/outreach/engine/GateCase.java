package io.agencyos.application.outreach.engine;

import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import org.jspecify.annotations.Nullable;

/**
 * A touch before a gate.
 *
 * @param approval the newest word of a person about it
 * @param facts what the gate looks at, without what only the commit knows (sender and budgets)
 */
public record GateCase(TouchCase one, @Nullable ApprovalItem approval, GateFacts facts) {

    public Touch touch() {
        return one.touch();
    }
}
