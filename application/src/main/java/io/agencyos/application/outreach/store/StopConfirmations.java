package io.agencyos.application.outreach.store;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Who is told that no more texts will come, once per number and client. Needs an open unit of work of the tenant, as
 * worker, but for {@link #waiting}. Source: outreach 9.4.
 */
@SecondaryPort
public interface StopConfirmations {

    /** Where a confirmation stands. */
    enum State implements Vocabulary {
        WANTED,
        /** Its call may be running, or ended without anybody knowing how: never called again. */
        SENDING,
        SENT,
        GIVEN_UP
    }

    /**
     * One that is to be sent.
     *
     * @param ours the number that was written to, from which the answer comes
     */
    record Wanted(ClientId client, PhoneNumber ours, PhoneNumber theirs, Instant askedAt) {}

    /** Nobody is ever told twice: of a number that is known nothing changes. */
    void want(Wanted wanted);

    /** Those that are due, locked until the unit of work ends; those that somebody else holds are left out. */
    List<Wanted> lockDue(ClientId client, Instant now, int limit);

    void put(Wanted wanted, State state, Instant dueAt);

    /** Clients with one that is due. Needs an open unit of work of the platform. */
    List<ClientId> waiting(Instant now);

    /** Of an installation by which no texts come in. */
    StopConfirmations NONE = new StopConfirmations() {
        @Override
        public void want(Wanted wanted) {
            // nobody texts
        }

        @Override
        public List<Wanted> lockDue(ClientId client, Instant now, int limit) {
            return List.of();
        }

        @Override
        public void put(Wanted wanted, State state, Instant dueAt) {
            // nobody texts
        }

        @Override
        public List<ClientId> waiting(Instant now) {
            return List.of();
        }
    };
}
