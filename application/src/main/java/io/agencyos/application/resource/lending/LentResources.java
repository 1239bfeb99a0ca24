package io.agencyos.application.resource.lending;

import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Holding;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.ResourceBuffer;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What the platform has to lend and who has it. Methods that name a client need an open unit of work of that client, as
 * worker; the others one of the platform. Source: scoring RES-1 to RES-7, data model 5.8.
 */
@SecondaryPort
public interface LentResources {

    /** What a list is narrowed to; empty and null for everything. */
    record Filter(
            Set<ResourceKind> kinds,
            Set<ResourceStatus> statuses,
            Set<DomainHealth> healths,
            @Nullable ClientId client) {

        public Filter {
            kinds = Set.copyOf(kinds);
            statuses = Set.copyOf(statuses);
            healths = Set.copyOf(healths);
        }
    }

    /** The last row of a page. */
    record After(String value, ResourceId id) {}

    /** Adds to the stock; a value that is known in its kind is a {@code UniqueViolation} on {@code uq_resource_value}. */
    void add(LentResource resource);

    Optional<LentResource> find(ResourceId id);

    /** The platform's own, by value. */
    List<LentResource> list(Filter filter, @Nullable After after, int limit);

    /**
     * Writes name, reputation, status, warm-up and rest where the version is still the one that was read, else {@code
     * ConcurrentUpdate}; the mailboxes of a domain go with it.
     */
    LentResource update(LentResource resource);

    /** What stands under these values in a kind, retired ones included. */
    List<LentResource> withValues(ResourceKind kind, Collection<String> values);

    /** The number that is being bought in this client's account; there is one at most ({@code uq_resource_order}). */
    Optional<LentResource> orderOf(ClientId client);

    /** When anybody sent from it last, or from a mailbox of it; empty where nobody ever did. */
    Optional<Instant> usedAt(ResourceId id);

    /** Who has it now. */
    List<ClientId> holders(ResourceId id);

    /** Those whose rest or warm-up may be over. */
    List<LentResource> waiting(Instant now);

    /** Of domains and of numbers: what is lent, and what is warm and free. */
    Map<ResourceKind, ResourceBuffer> buffers();

    /** Running or cancelled clients that have otherwise than their plan says; those that staff deals with are left out. */
    List<ClientId> unsettled();

    /** Everything that the client sends from, its own and what is lent to it, by kind and value. */
    List<Holding> of(ClientId client);

    /**
     * Lends so many of a kind, best first: what rests from this very client, then by RES-2. Rows that somebody else is
     * taking are passed over. A domain comes with its mailboxes.
     */
    List<LentResource> take(ClientId client, ResourceKind kind, int count, Instant now);

    /** Lends exactly this one, beyond the plan; empty where it is neither free nor rests from this very client. */
    Optional<LentResource> takeExtra(ClientId client, ResourceId id, Instant now);

    /** Takes these back; they rest until then, or not at all. What the client does not have is left alone. */
    List<LentResource> giveBack(ClientId client, Collection<ResourceId> ids, @Nullable Instant restUntil, Instant now);
}
