package io.agencyos.application.outreach.suppression;

import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** A client's own list of whom not to contact, kept by people. Source: outreach 6.1–6.2, api 9.14. */
@PrimaryPort
public interface KeepSuppressions {

    /** Whom an entry names. */
    sealed interface Target {

        /** Whoever has this key, as a person typed it. */
        record ByKey(SuppressionKeyType type, String text) implements Target {}

        /** This lead, under every address that is known of it. */
        record Person(LeadId lead) implements Target {}
    }

    /** What a person writes on the list. */
    record NewEntry(
            Target target,
            SuppressionReason reason,
            @Nullable String note,
            @Nullable Instant expiresAt) {}

    /** What came of adding. */
    sealed interface Added {

        /** It is on the list, and what was under way to whom it names is stopped. */
        record Listed(Suppression entry) implements Added {}

        /** It was on the list; its reason and end are now the stronger of both. */
        record Strengthened(Suppression entry) implements Added {}

        /** There is no such lead in this tenant. */
        record LeadNotFound() implements Added {}

        /** {@code member} cannot be taken as it is. */
        record Invalid(String member, InputProblem problem) implements Added {}

        /** A viewer adds nothing. */
        record Forbidden() implements Added {}
    }

    /** What came of removing. */
    sealed interface Removed {

        record Gone() implements Removed {}

        record NotFound() implements Removed {}

        /** Nobody of the client may remove an entry for this reason: {@code suppression_permanent}. */
        record Permanent(SuppressionReason reason) implements Removed {}

        /** {@code version_conflict}. */
        record VersionConflict(int version) implements Removed {}

        /** Removing is for administrators. */
        record Forbidden() implements Removed {}
    }

    /** Some entries, newest first, and whether more follow. */
    record Page(List<Suppression> entries, boolean more) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    Page list(TenantScope scope, Suppressions.Filter filter, Suppressions.@Nullable After after, int limit);

    Added add(TenantScope scope, NewEntry entry, Origin origin);

    Removed remove(TenantScope scope, SuppressionId id, int version, Origin origin);
}
