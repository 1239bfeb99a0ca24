package io.agencyos.application.allocation.keeping;

import io.agencyos.application.allocation.HandOrder;
import io.agencyos.application.allocation.Unfit;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Staff gives people of the pool to a client, and takes them back, by hand: under the same checks and locks as the allocator,
 * so a person is with one client at most. Whoever asks was found to be staff. Source: api 9.17 {@code P/pool}.
 */
@PrimaryPort
public interface MovePeople {

    /** People of one order. */
    int MOST = 500;

    /** What came of giving. */
    sealed interface Given {

        /** @param people each with what spoke against it; empty for who is with the client now */
        record Done(Map<PoolPersonId, Optional<Unfit>> people) implements Given {}

        /** Nobody was tried: client, campaign, profile or credits. */
        record Refused(AssignmentRefusal refusal) implements Given {}
    }

    /** What came of taking back. */
    enum Taken implements Vocabulary {
        RELEASED,
        /** The client won the person for good. */
        CONVERTED,
        /** Nobody holds the person. */
        NOT_HELD
    }

    Given give(UserId staff, HandOrder order, Origin origin);

    /** Their outreach is stopped first; the leads stay with their clients as history. */
    Map<PoolPersonId, Taken> takeBack(UserId staff, Collection<PoolPersonId> people, String reason, Origin origin);
}
