package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.store.Replies;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.conversation.CallTalk;
import io.agencyos.domain.conversation.CallbackWish;
import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.SpokenTime.DateOrder;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asked in a call to be called again, and is by the assistant, at a time that was named and understood. Everybody else who
 * asks is called by a person. Source: outreach 10.6.
 */
public final class Callbacks {

    private static final int MOST_REPLIES = 50;
    /** What was said in it lies no further apart. */
    private static final Duration ONE_CALL = Duration.ofMinutes(30);

    private static final Country UNITED_STATES = new Country("US");

    private final Desk desk;

    public Callbacks(Desk desk) {
        this.desk = desk;
    }

    /**
     * When this person is called again; empty where a person has to see to it.
     *
     * @param said when it was said, on the lead's clock
     */
    Optional<ZonedDateTime> at(
            Reply reply, Lead lead, Writing writing, Classification read, PermissionMode mode, ZonedDateTime said) {
        boolean asked = reply.channel() == Channel.VOICE
                && resultOf(
                                reply,
                                read.intent(),
                                read.flags().optOut() || read.flags().anger(),
                                writing.text(),
                                said.toInstant())
                        == CallResult.CALLBACK_REQUESTED;
        // in the other modes a person says yes to each call, and a late yes is a missed appointment
        boolean byItself = mode == PermissionMode.AUTOPILOT && !reply.senderDiffers();
        return asked && byItself && nobodyElseWaits(reply)
                ? agreed(reply, said.toInstant())
                        .map(until -> until.atZone(said.getZone()))
                        .or(() -> CallbackWish.time(writing.text(), said, order(lead)))
                        .flatMap(wanted -> desk.world()
                                .channels()
                                .calls()
                                .conclude()
                                .calledAgain(lead.clientId(), lead, wanted.toInstant()))
                        .map(at -> at.atZone(said.getZone()))
                : Optional.empty();
    }

    /**
     * What a conversation came to. Where its words name no wish to be called, and say nothing else that counts, the wish that the
     * assistant noted in it does: "yes, tomorrow at three" answers what it asked.
     *
     * @param said when the conversation was over
     */
    public CallResult resultOf(Reply reply, Intent intent, boolean leftAlone, String words, Instant said) {
        CallResult plain = CallTalk.resultOf(intent, leftAlone, words);
        boolean open = plain == CallResult.INTERESTED || plain == CallResult.NO_OUTCOME && isAnswer(intent);
        return open && agreed(reply, said).isPresent() ? CallResult.CALLBACK_REQUESTED : plain;
    }

    /** Whether somebody asked in a call, of which there are no words, to be called again, and the run sleeps until then. */
    public boolean notedSince(ClientId client, LeadId lead, Instant begun) {
        return run(client, lead)
                .filter(run -> run.state() == EnrolmentState.SNOOZED)
                .filter(run -> replies(client, lead)
                        .anyMatch(other ->
                                isSettledTalk(other) && !other.receivedAt().isBefore(begun)))
                .isPresent();
    }

    private static DateOrder order(Lead lead) {
        Country country = lead.person().country() == null
                ? lead.company().country()
                : lead.person().country();
        return UNITED_STATES.equals(country) ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }

    /** What the assistant noted in the same call: it asked for day and hour, which the transcript may not hold beside the wish. */
    private Optional<Instant> agreed(Reply reply, Instant said) {
        boolean noted = others(reply)
                .anyMatch(other -> isSettledTalk(other) && other.receivedAt().isAfter(said.minus(ONE_CALL)));
        return run(reply.clientId(), reply.leadId())
                .filter(run -> noted)
                .map(Enrolment::snoozedUntil)
                .filter(until -> until.isAfter(said));
    }

    private Optional<Enrolment> run(ClientId client, LeadId lead) {
        return Optional.ofNullable(
                desk.world().enrolments().newest(client, List.of(lead)).get(lead));
    }

    /**
     * A machine's note, or a wish to be called, does not close what a person wrote to this enrolment, whichever came first. What
     * was said on the telephone and needs no answer is settled.
     */
    boolean nobodyElseWaits(Reply reply) {
        return others(reply).filter(other -> !isSettledTalk(other)).noneMatch(other -> isAnswer(other.intent()));
    }

    private static boolean isSettledTalk(Reply reply) {
        return reply.channel() == Channel.VOICE && reply.handling() == Reply.Handling.NO_ANSWER;
    }

    /** The other replies to the same run. */
    private Stream<Reply> others(Reply reply) {
        Instant since =
                run(reply.clientId(), reply.leadId()).map(Enrolment::createdAt).orElse(Instant.EPOCH);
        return replies(reply.clientId(), reply.leadId())
                .filter(other ->
                        !other.id().equals(reply.id()) && !other.receivedAt().isBefore(since));
    }

    private Stream<Reply> replies(ClientId client, LeadId lead) {
        return desk
                .stores()
                .replies()
                .list(client, new Replies.Filter(null, null, null, null, lead), null, MOST_REPLIES)
                .stream();
    }

    /** An absence note and a machine's confirmation say nothing; what nobody has read yet may say something. */
    static boolean isAnswer(@Nullable Intent intent) {
        return intent != Intent.AUTO_REPLY && intent != Intent.OUT_OF_OFFICE;
    }
}
