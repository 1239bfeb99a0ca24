package io.agencyos.application.outreach.suppression;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.Consent;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Puts consents on file and shows them, with who, what, when and source. Source: api 9.16, outreach 6.4. */
@PrimaryPort
public interface KeepConsents {

    /** What became of a wish. */
    sealed interface Outcome {

        record Kept(Consent consent) implements Outcome {}

        record NotFound() implements Outcome {}

        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** Members put consents on file. */
        record RoleRequired() implements Outcome {}
    }

    /** Empty for a lead that the client does not have. */
    Optional<List<Consent>> ofLead(TenantScope scope, LeadId lead);

    Outcome keep(TenantScope scope, LeadId lead, Consent.Wish wish, Origin origin);
}
