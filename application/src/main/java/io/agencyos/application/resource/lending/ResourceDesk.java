package io.agencyos.application.resource.lending;

import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** The platform's stock of domains, mailboxes and numbers, for its staff; every change is audited. Source: api 9.17. */
@PrimaryPort
public interface ResourceDesk {

    /**
     * Something to lend.
     *
     * @param parentId a mailbox's domain, needed for one and only for one
     * @param authenticated of a domain: SPF, DKIM and DMARC are in order; nothing is sent while they are not
     * @param warmingSince when its warm-up began; null for not yet, which makes it available all the same (RES-4)
     * @param capacity how many clients may have it at once
     */
    record Addition(
            ResourceKind kind,
            String value,
            @Nullable ResourceId parentId,
            String provider,
            @Nullable String providerRef,
            @Nullable String name,
            @Nullable Instant warmingSince,
            boolean authenticated,
            int reputation,
            int capacity) {}

    /** What staff change about a resource; null leaves it as it is. */
    record Correction(
            @Nullable String name,
            @Nullable Integer reputation,
            @Nullable Boolean authenticated) {}

    /** A resource with those who have it. */
    record Shown(LentResource resource, List<ClientId> clients) {
        public Shown {
            clients = List.copyOf(clients);
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        record Done(Shown shown) implements Outcome {}

        record NotFound() implements Outcome {}

        /** Wire code {@code duplicate}. */
        record Known() implements Outcome {}

        /** Wire code {@code validation_failed}. */
        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** Wire code {@code invalid_transition}. */
        record NotFrom(ResourceStatus from, ResourceStatus to) implements Outcome {}
    }

    List<Shown> list(LentResources.Filter filter, LentResources.@Nullable After after, int limit);

    Optional<Shown> find(ResourceId id);

    Outcome add(UserId by, Addition addition, Origin origin);

    Outcome correct(UserId by, ResourceId id, Correction correction, Origin origin);

    /** Lends exactly this one, beyond the client's plan; no plan takes it back. */
    Outcome assign(UserId by, ResourceId id, ClientId client, Origin origin);

    /** @param immediate skips the 30 days of rest, but never those that follow the last message or call from it (outreach 6.6) */
    Outcome release(UserId by, ResourceId id, boolean immediate, Origin origin);

    /** Takes it out of use for good; whoever has it has it no more. */
    Outcome retire(UserId by, ResourceId id, Origin origin);
}
