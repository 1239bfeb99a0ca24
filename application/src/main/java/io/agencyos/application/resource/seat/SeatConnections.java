package io.agencyos.application.resource.seat;

import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Leads and the seats that invited them. Needs an open unit of work of the tenant. Source: outreach 11.4. */
@SecondaryPort
public interface SeatConnections {

    /**
     * What a list is narrowed to; null for everything.
     *
     * @param ignored whether only those that carry the mark, or only those without
     */
    record Filter(
            @Nullable SeatId seat,
            Set<ConnectionState> states,
            @Nullable Boolean ignored) {

        public Filter {
            states = Set.copyOf(states);
        }
    }

    /** The last row of a page: its request, null where there was none, and its id. */
    record After(@Nullable Instant requestedAt, UUID id) {}

    /**
     * What a seat's invitations came to.
     *
     * @param aged of 3 to 10 days ago
     * @param agedAccepted those of them that were accepted
     * @param month of the last 30 days
     * @param monthAccepted those of them that were accepted
     * @param pending unanswered, of any age
     */
    record Figures(int aged, int agedAccepted, int month, int monthAccepted, int pending) {
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0);
    }

    /** Writes a connection; a second one of a lead is a {@code UniqueViolation} on {@code uq_linkedin_connection_lead}. */
    void save(SeatConnection connection);

    Map<LeadId, SeatConnection> ofLeads(ClientId client, Collection<LeadId> leads);

    /** The same, locked until the unit of work ends: for whoever writes what was read. */
    Map<LeadId, SeatConnection> ofLeadsForUpdate(ClientId client, Collection<LeadId> leads);

    /** Invitations that wait for an answer, the oldest first; a seat never has many more than eighty. */
    List<SeatConnection> pending(ClientId client);

    /** How many invitations each seat took back since then; seats with none are left out. */
    Map<SeatId, Integer> withdrawnSince(ClientId client, Instant since);

    /** The newest request first, those without one last. */
    List<SeatConnection> list(ClientId client, Filter filter, @Nullable After after, int limit);

    /** Of every seat that invited anybody. */
    Map<SeatId, Figures> figures(ClientId client, Instant now);

    /** When the message is due that follows an acceptance, of those of these leads that wait for one. */
    Map<LeadId, Instant> followUps(ClientId client, Collection<LeadId> leads);

    /** Those that are due at {@code until}, the earliest first. */
    Map<LeadId, Instant> followUpsDue(ClientId client, Instant until, int limit);

    /** Sets when these are due; empty for no message, or none any more. */
    void putFollowUps(ClientId client, Map<LeadId, Optional<Instant>> dueAt);

    /** Marks what was requested before {@code before} and is still pending; answers how many are new. */
    int markIgnored(ClientId client, Instant before, Instant now);
}
