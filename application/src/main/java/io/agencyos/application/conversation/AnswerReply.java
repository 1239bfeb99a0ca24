package io.agencyos.application.conversation;

import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * A person answers a reply: on its channel, in its thread, from the sender that had the contact. Source: api 9.11, content
 * 4.7, outreach 8.4.
 */
@PrimaryPort
public interface AnswerReply {

    /** What came of it. */
    sealed interface Outcome {

        /** It leaves when a person would have written it; the same where the same words were sent before. */
        record Queued(Touch answer) implements Outcome {}

        /** It may not be sent, now or later. */
        record Blocked(List<GateAnswer.Refused> reasons) implements Outcome {}

        /** The words do not pass the checks. */
        record Unfit(List<String> codes) implements Outcome {}

        record NotFound() implements Outcome {}

        /** Nobody can answer in writing to what was said on the telephone, nor to somebody who is in no run. */
        record NotAnswerable() implements Outcome {}

        /** A viewer answers nobody. */
        record Forbidden() implements Outcome {}
    }

    Outcome answer(TenantScope scope, ReplyId reply, String body, Origin origin);

    /** Takes back what has not begun to leave; empty where there is no such answer. */
    Optional<WrittenByHand.Withdrawal> withdraw(TenantScope scope, ReplyId reply, TouchId answer);

    /** The answers to a reply, oldest first. */
    List<Touch> answers(TenantScope scope, ReplyId reply);
}
