package io.agencyos.application.conversation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ReplyId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * A person says what a reply means. What follows from that is done, what the reading did is taken back where it can be, and
 * the reading stays beside the person's word, to learn from. Source: api 9.11, content 4.6.
 */
@PrimaryPort
public interface CorrectReply {

    /** What came of it. */
    sealed interface Outcome {

        /** As it stands now; the same where it was read like this and needs no review. */
        record Corrected(Reply reply) implements Outcome {}

        record NotFound() implements Outcome {}

        /** A viewer corrects nothing. */
        record Forbidden() implements Outcome {}

        /** It was changed since the caller read it. */
        record VersionConflict(int version) implements Outcome {}

        /** Nothing has read it yet. */
        record NotRead() implements Outcome {}
    }

    /** @param version the one that the caller read */
    Outcome correct(TenantScope scope, ReplyId id, int version, Intent intent, Origin origin);
}
