package io.agencyos.application.outreach.stop;

import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Where leads live, and whether they want letters. Source: outreach 12, 6.3; vendors/direct-mail 1. */
@PrimaryPort
public interface KeepHouses {

    /**
     * A lead's house.
     *
     * @param standing what is known of letters to the lead, null where nothing is
     * @param fit whether a letter may be addressed to it now
     */
    record House(PostBook.Known known, ChannelAddresses.@Nullable Standing standing, boolean fit) {}

    /** What became of another address. */
    sealed interface Outcome {

        record Kept(House house) implements Outcome {}

        record NotFound() implements Outcome {}

        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** The post knows it otherwise: enter it so, or confirm it as it is. */
        record Corrected(PostalAddress to) implements Outcome {}

        /** Members keep leads. */
        record RoleRequired() implements Outcome {}
    }

    /** Empty for a lead that the client does not have, and for one whose address nobody knows. */
    Optional<House> ofLead(TenantScope scope, LeadId lead);

    /** @param confirmed whether the person vouches for it as it is: a town at the border, a spelling of their own */
    Outcome keep(TenantScope scope, LeadId lead, PostalAddress at, boolean confirmed, Origin origin);

    /** The lead wants no more letters, wherever they live; everything else goes on. */
    Outcome optOut(TenantScope scope, LeadId lead, Origin origin);
}
