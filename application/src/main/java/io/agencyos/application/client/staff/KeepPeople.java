package io.agencyos.application.client.staff;

import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Staff looks after people: who is staff, who is shut out, whose sign-ins end. Never on oneself, so the last one of the
 * staff stays. Source: api 3, 9.17.
 */
@PrimaryPort
public interface KeepPeople {

    /** What came of it. */
    sealed interface Outcome {

        record Kept(Person person) implements Outcome {}

        /** @param sessions how many tokens of sign-ins were revoked */
        record Ended(int sessions) implements Outcome {}

        /** Wire code {@code not_eligible}: nobody does this to himself. */
        record Oneself() implements Outcome {}

        /** Wire code {@code platform_admin_required}: whoever orders it has just ceased to be staff. */
        record NotStaff() implements Outcome {}

        record NotFound() implements Outcome {}

        /** Wire code {@code version_conflict}. */
        record Stale(int version) implements Outcome {}
    }

    /** What shall be; null leaves it. */
    record Standing(@Nullable Boolean staff, @Nullable Boolean suspended) {}

    List<Person> list(PeopleBook.Filter filter, PeopleBook.@Nullable After after, int limit);

    /** A person who is suspended, or ceases to be staff, is signed out everywhere. */
    Outcome change(UserId staff, UserId person, int version, Standing standing, Origin origin);

    Outcome endSessions(UserId staff, UserId person, Origin origin);
}
