package io.agencyos.application.client.access;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.UserId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Gives a member another role, or ends a membership. Admins may, but not with owners; nobody is made owner here by less
 * than one. At least one owner stays. Source: api 3, 9.2.
 */
@PrimaryPort
public interface ChangeMembers {

    /** What came of it. */
    sealed interface Outcome {

        /** @param member as it is now; empty once it has ended */
        record Changed(Optional<Member> member) implements Outcome {}

        /** There is no such member. */
        record NotFound() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}

        /** Wire code {@code last_owner}. */
        record LastOwner() implements Outcome {}

        /** Wire code {@code not_eligible}: a twin has the members of its live client. */
        record NotEligible() implements Outcome {}

        /** Wire code {@code version_conflict}. */
        record Stale(int current) implements Outcome {}
    }

    Outcome change(TenantScope scope, UserId member, int version, Role role, Origin origin);

    /** Ends it; owners and admins may, and everybody may leave. */
    Outcome remove(TenantScope scope, UserId member, Origin origin);
}
