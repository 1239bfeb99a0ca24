package io.agencyos.application.outreach.engine;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.touch.ByHand;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * What a person writes beside the steps of a sequence: an answer, or a message of its own. It leaves by the same protocol
 * as everything else, from the sender that the lead knows. Source: api 9.6 {@code messages}, 9.11 {@code responses};
 * outreach 3.3.
 */
@PrimaryPort
public interface WrittenByHand {

    /** The code of what its writer took back. */
    String WITHDRAWN = "withdrawn";

    /** The code of an answer that another one took the place of. */
    String REPLACED = "replaced";

    /** Checks in spite of which a person may send, with a reason. Source: outreach 3.3. */
    Set<GateReason> OVERRIDABLE = Set.of(
            GateReason.COOLING_PERIOD,
            GateReason.TOO_RECENT,
            GateReason.CHANNEL_COOLDOWN,
            GateReason.OUTSIDE_WINDOW,
            GateReason.PUBLIC_HOLIDAY);

    /** Channels on which a person can write here. */
    Set<Channel> CHANNELS = Set.of(Channel.EMAIL, Channel.SMS, Channel.LINKEDIN);

    /**
     * An answer to what a lead wrote.
     *
     * @param subject of the thread; counts for e-mail only
     * @param notBefore a person does not answer within the second
     */
    record Answer(
            LeadId lead, ReplyId reply, Channel channel, String subject, String body, ByHand hand, Instant notBefore) {}

    /**
     * A message that answers nothing.
     *
     * @param hand names the reason for which the overridden checks do not hold
     * @param overridden checks that the writer wants to send in spite of
     */
    record Message(
            LeadId lead, Channel channel, String subject, String body, ByHand hand, Set<GateReason> overridden) {}

    /** What came of writing. */
    sealed interface Outcome {

        /** It stands ready and leaves when it may; the same where the same words were sent before. */
        record Queued(Touch touch) implements Outcome {}

        /** It may not leave: every reason, in the order of the checks. */
        record Blocked(List<GateAnswer.Refused> reasons) implements Outcome {}

        /** The words do not pass the checks. */
        record Unfit(List<String> codes) implements Outcome {}

        record NotFound() implements Outcome {}

        /** The lead is in no run of any campaign, so there is nobody to write as. */
        record NoRun() implements Outcome {}

        /** A viewer writes nothing. */
        record Forbidden() implements Outcome {}
    }

    /** What came of taking back. */
    sealed interface Withdrawal {

        record Withdrawn(Touch touch) implements Withdrawal {}

        /** It has left, or is just leaving. */
        record TooLate(Touch touch) implements Withdrawal {}

        record NotFound() implements Withdrawal {}
    }

    /** Queues an answer; an earlier one on the channel that has not begun to leave gives way to it. */
    Outcome answer(ClientId client, Answer answer);

    /** Queues a message. */
    Outcome message(TenantScope scope, Message message);

    /** Takes back what has not begun to leave; twice is once. */
    Withdrawal withdraw(ClientId client, TouchId touch);

    /** The answers to a reply, oldest first; those that are long over stand in the thread alone. */
    List<Touch> answers(ClientId client, LeadId lead, ReplyId reply);
}
