package io.agencyos.application.lead.store;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What lists that name people by their keys say of leads: the client's suppressions, those of the platform, and the Do Not
 * Call Register. Asked for a page of leads at once, by whoever may look at them; whoever decides on a contact asks {@link
 * Suppressions} in his own transaction. Needs an open unit of work of the tenant. Source: api 8 Lead, outreach 6.2 and 6.5.
 */
@SecondaryPort
public interface LeadMarks {

    /**
     * @param suppressed what {@link Suppressions#match} finds; null where nothing names the lead
     * @param register null where the lead has no number or the register never answered about it
     */
    record Marks(@Nullable Suppressed suppressed, @Nullable Register register) {

        /** Of a lead that no list names. */
        public static final Marks NONE = new Marks(null, null);
    }

    /** Why the lead is not contacted, and by whose entry. */
    record Suppressed(SuppressionReason reason, SuppressionLevel level) {}

    /**
     * The register's last answer about the lead's number.
     *
     * @param checkedAt when the number was washed
     */
    record Register(Instant checkedAt, boolean listed) {}

    /** What marks each of the leads at {@code now}; leads that nothing marks are left out. */
    Map<LeadId, Marks> of(ClientId client, Collection<Lead> leads, Instant now);
}
