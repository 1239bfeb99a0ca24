package io.agencyos.application.lead.store;

import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own list, which holds for every tenant. Keys are kept as salted hashes only, so nobody can read whom it
 * names; whether it names somebody can be asked. Needs an open platform unit of work. Source: api 9.17, data model 5.5.
 */
@SecondaryPort
public interface PlatformSuppressions {

    /**
     * An entry.
     *
     * @param id entries that were written together share it, and go together
     * @param fingerprint the hash of the key in hexadecimal digits
     */
    record Entry(
            SuppressionId id,
            SuppressionKeyType keyType,
            String fingerprint,
            SuppressionReason reason,
            SuppressionSource source,
            @Nullable String note,
            Instant createdAt) {}

    /** Which are looked for; empty leaves all. */
    record Filter(Set<SuppressionKeyType> keyTypes, Set<SuppressionReason> reasons, Set<SuppressionSource> sources) {

        public Filter {
            keyTypes = Set.copyOf(keyTypes);
            reasons = Set.copyOf(reasons);
            sources = Set.copyOf(sources);
        }
    }

    /** Where a reader stands. */
    record After(Instant createdAt, String fingerprint) {}

    /** The newest first. */
    List<Entry> page(Filter filter, @Nullable After after, int limit);

    Optional<Entry> findByKey(Suppressions.Key key);

    /** The entries of this id. */
    List<Entry> find(SuppressionId id);

    /** Adds an entry of the platform; where there is one of its key, a stronger reason replaces a weaker one. */
    void add(Suppression entry);

    /** Takes the entries of this id away. */
    void remove(SuppressionId id);
}
