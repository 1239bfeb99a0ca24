package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.ReplyEffects;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a wrong reading of a reply did. An opt-out or a complaint is never lifted by it, a stopped enrolment
 * does not begin again, and what was sent is sent. Source: content 4.6, outreach 6.2.
 */
final class UndoReading {

    private static final Set<PoolStatus> CLAIMABLE = Set.of(PoolStatus.AVAILABLE, PoolStatus.COOLING);
    private static final int MOST_TASKS = 100;

    private final Desk desk;

    UndoReading(Desk desk) {
        this.desk = desk;
    }

    /** Nobody has to do any more what the reading asked for. */
    void tasks(Reply reply, @Nullable UserId by) {
        Instant now = desk.now();
        desk.stores().tasks().list(reply.clientId(), TaskBoard.Status.OPEN, reply.leadId(), MOST_TASKS).stream()
                .filter(task -> reply.id().equals(task.reply()))
                .forEach(task ->
                        desk.stores().tasks().close(reply.clientId(), task.id(), TaskBoard.Status.DROPPED, by, now));
    }

    /**
     * The lead as it was before the reading: the entries of this very reply go, and with them its stage and its claim,
     * where nobody else took the person meanwhile. The caller holds the lead's lock.
     *
     * @param next what follows now
     */
    Lead person(Reply reply, Lead lead, ReplyEffects next, boolean answered) {
        Intent was = reply.intent();
        if (was != Intent.NOT_INTERESTED && was != Intent.WRONG_PERSON) {
            return answered ? lead : asBefore(lead, next);
        }
        Instant now = desk.now();
        SuppressionReason made =
                was == Intent.WRONG_PERSON ? SuppressionReason.WRONG_PERSON : SuppressionReason.NOT_INTERESTED;
        Suppressions entries = desk.world().leads().suppressions();
        entries.group(lead.clientId(), PersonEntries.groupOf(reply.id())).stream()
                // what a later reply made stronger stands for that one
                .filter(entry -> entry.reason() == made)
                .forEach(entry -> entries.remove(entry, now));
        desk.world().leads().leads().dropMetadata(lead.clientId(), lead.id(), Set.of("rejection_reason"));
        if (next.release().isEmpty()) {
            claimAgain(lead, now);
        }
        LeadStatus set = was == Intent.WRONG_PERSON ? LeadStatus.INVALID : LeadStatus.NOT_INTERESTED;
        return lead.status() == set
                ? desk.world().leads().leads().update(lead.becoming(LeadStatus.REPLIED, now))
                : lead;
    }

    /** A machine's note is no reply: the lead is where its sequence left it. */
    private Lead asBefore(Lead lead, ReplyEffects next) {
        boolean goesOn = lead.status() == LeadStatus.REPLIED
                && !(next.enrolment() instanceof ReplyEffects.EnrolmentChange.Await);
        return goesOn ? desk.world().leads().leads().update(lead.becoming(LeadStatus.IN_SEQUENCE, desk.now())) : lead;
    }

    private void claimAgain(Lead lead, Instant now) {
        PoolPersonId id = lead.poolPersonId();
        if (id == null) {
            return;
        }
        Map<PoolPersonId, PoolPeople.Standing> standings =
                desk.world().leads().people().standings(List.of(id));
        PoolPeople.Standing standing = standings.get(id);
        if (standing != null && standing.holder() == null && CLAIMABLE.contains(standing.status())) {
            desk.world()
                    .leads()
                    .people()
                    .claimAll(List.of(new PoolClaim(
                            id,
                            lead.clientId(),
                            lead.id(),
                            now,
                            PoolClaim.ClaimedBy.MANUAL,
                            ClaimStatus.ACTIVE,
                            "reply_corrected")));
        }
    }
}
