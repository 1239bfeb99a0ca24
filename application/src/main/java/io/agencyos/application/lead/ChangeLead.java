package io.agencyos.application.lead;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.intake.LeadDraft;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Changes what a person writes of a lead and scores it anew at once. A new address is looked up like a new lead's: who is
 * somebody else's, suppressed or another lead of the client is not reached through it. Members may. Source: api 9.6.
 */
@PrimaryPort
public interface ChangeLead {

    /** What came of it. */
    sealed interface Outcome {

        record Changed(Lead lead) implements Outcome {}

        record NotFound() implements Outcome {}

        /** Somebody changed it since it was read. */
        record VersionConflict(int version) implements Outcome {}

        record Invalid(List<FieldProblem> problems) implements Outcome {}

        /** The new address, profile or id is another lead of this client. */
        record Duplicate(LeadId existing) implements Outcome {}

        /** The person is suppressed under the old address or the new one; nothing was changed. */
        record Suppressed(SuppressionReason reason) implements Outcome {}

        /** The new address is a person's whom another client holds, or who is closed. */
        record Unavailable() implements Outcome {}

        record RoleRequired() implements Outcome {}
    }

    /**
     * @param version that was read; null for whichever is the newest (api 1.6, last write wins)
     * @param edit from the lead as it is to the lead as it shall be
     */
    Outcome change(
            TenantScope scope, LeadId id, @Nullable Integer version, UnaryOperator<LeadDraft> edit, Origin origin);
}
