package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.gate.Folding;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proof from outside is folded like the outcome of a call, but needs no token. */
final class AcceptEvidenceService implements AcceptEvidence {

    /** The window of the next step is looked for when it comes due, so holidays do not matter here. */
    private static final Holidays NONE = new Holidays(List.of());

    private final Engine engine;
    private final Outcomes outcomes;

    AcceptEvidenceService(Engine engine, Outcomes outcomes) {
        this.engine = engine;
        this.outcomes = outcomes;
    }

    @Override
    public void accepted(ClientId client, TouchId touch, @Nullable String vendorRef, Instant at) {
        Folding folding = outcomes.folding(
                client,
                engine.stores().touches().findAll(client, List.of(touch)),
                NONE,
                engine.clock().now());
        folding.cases().forEach(one -> outcomes.accepted(one, vendorRef, at, folding));
        folding.changes().flush();
    }
}
