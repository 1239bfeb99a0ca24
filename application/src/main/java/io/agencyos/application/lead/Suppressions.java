package io.agencyos.application.lead;

import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.DomainName;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Who must not be contacted. Matching order: platform before client; person, then e-mail, phone and LinkedIn, then
 * domain with its parents, then company. Expired and removed entries do not match. Source: outreach 6.1–6.2.
 */
@SecondaryPort
public interface Suppressions {

    /** Everything about a person that an entry may name. */
    record Subject(
            @Nullable LeadId leadId,
            @Nullable PoolPersonId personId,
            ContactPoints contact,
            @Nullable DomainName companyDomain,
            @Nullable String companyName) {}

    /** The first entry that matches the subject for this client at {@code now}, platform entries included. */
    Optional<Suppression> match(ClientId client, Subject subject, Instant now);

    /** The same for many subjects at once, in one round trip; equals single checks one by one. */
    <K> Map<K, Suppression> matchAll(ClientId client, Map<K, Subject> subjects, Instant now);

    /**
     * Adds entries. Where a live one with the same level, type and key exists, a stronger reason replaces a weaker one
     * and the later expiry wins; nothing is ever weakened.
     */
    void add(Collection<Suppression> entries);

    List<Suppression> list(ClientId client);
}
