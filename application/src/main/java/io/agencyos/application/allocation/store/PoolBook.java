package io.agencyos.application.allocation.store;

import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** The pool as staff reads it. Needs an open platform unit of work. Source: api 9.17 {@code P/pool}. */
@SecondaryPort
public interface PoolBook {

    /** An industry and how many people of it there are. */
    record Industry(String name, long people) {}

    /** @param industries the ten with most people, the most first */
    record Stats(Map<PoolStatus, Long> statuses, Map<EmailStatus, Long> emails, List<Industry> industries) {

        public Stats {
            statuses = Map.copyOf(statuses);
            emails = Map.copyOf(emails);
            industries = List.copyOf(industries);
        }

        public long people() {
            return statuses.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** What a client holds. */
    record Use(ClientId client, String name, long active, long converted) {}

    /** @param holder who has the person now */
    record Person(
            PoolPersonId id,
            @Nullable String name,
            @Nullable String title,
            @Nullable String company,
            @Nullable String industry,
            @Nullable String country,
            @Nullable String email,
            EmailStatus emailStatus,
            PoolStatus status,
            @Nullable String source,
            int claimsInTwelveMonths,
            @Nullable Instant lastContactedAt,
            @Nullable Instant coolingUntil,
            @Nullable ClientId holder,
            Instant createdAt) {}

    /** What happened with a hold. */
    enum Happened implements Vocabulary {
        CLAIMED,
        RELEASED,
        CONVERTED,
        EXPIRED
    }

    /** @param reason of a release, else null */
    record Event(ClientId client, Happened what, @Nullable ReleaseReason reason, Instant at) {}

    /** @param history the newest first */
    record WithHistory(Person person, List<Event> history) {

        public WithHistory {
            history = List.copyOf(history);
        }
    }

    /** A person whom a client holds. */
    record Hold(
            PoolPersonId person,
            ClientId client,
            String clientName,
            LeadId lead,
            PoolClaim.ClaimedBy by,
            ClaimStatus status,
            Instant at) {}

    /** Which people; empty and null leave all. */
    record Filter(
            Set<PoolStatus> statuses,
            Set<EmailStatus> emails,
            @Nullable String industry,
            @Nullable String country,
            List<ClientId> holders) {

        public Filter {
            statuses = Set.copyOf(statuses);
            emails = Set.copyOf(emails);
            holders = List.copyOf(holders);
        }
    }

    /** Where a reader stands. */
    record After(Instant at, PoolPersonId id) {}

    Stats stats();

    /** Clients that hold anybody, who holds most first. */
    List<Use> uses();

    /** The newest first. */
    List<Person> people(Filter filter, @Nullable After after, int limit);

    Optional<WithHistory> find(PoolPersonId id);

    /** Holds of live clients, the newest first; of all where none is named. */
    List<Hold> holds(List<ClientId> clients, Set<ClaimStatus> statuses, @Nullable After after, int limit);
}
