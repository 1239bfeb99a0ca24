package io.agencyos.application.allocation.keeping;

import io.agencyos.application.allocation.store.LeadVetoes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.Veto;
import io.agencyos.domain.allocation.VetoReason;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * A client rejects a lead of the pool that does not fit: its outreach ends, the person is free for others, the credit
 * comes back, and what was wrong is kept for whoever refines the ICP. Members may. Source: scoring B12.
 */
@PrimaryPort
public interface VetoLead {

    /** What came of it. */
    sealed interface Outcome {

        /** @param left how many more the client may reject in this period */
        record Vetoed(int left) implements Outcome {}

        record NotEligible(Veto.Refusal why) implements Outcome {}

        record NotFound() implements Outcome {}

        record RoleRequired() implements Outcome {}
    }

    Outcome veto(TenantScope scope, LeadId lead, VetoReason reason, @Nullable String note);

    /** What the client rejected last, the newest first; every member reads it. */
    List<LeadVetoes.Rejected> newest(TenantScope scope, int limit);
}
