package io.agencyos.application.conversion;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ReplyId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * A person has dealt with a reply, or puts it back. That the machine has read it is something else. Source: api 9.11.
 */
@PrimaryPort
public interface MarkReplyHandled {

    /** What came of it. */
    sealed interface Outcome {

        /** As it stands now; who was first stays the one who handled it. */
        record Marked(Reply reply) implements Outcome {}

        record NotFound() implements Outcome {}

        /** A viewer handles nothing. */
        record Forbidden() implements Outcome {}
    }

    Outcome handle(TenantScope scope, ReplyId id, Origin origin);

    Outcome unhandle(TenantScope scope, ReplyId id, Origin origin);
}
