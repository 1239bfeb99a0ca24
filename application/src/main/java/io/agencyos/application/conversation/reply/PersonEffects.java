package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.conversation.RejectionReason;
import io.agencyos.domain.conversation.ReplyEffects;
import io.agencyos.domain.conversation.ReplyEffects.EnrolmentChange;
import io.agencyos.domain.conversation.ReplyEffects.PoolEffect;
import io.agencyos.domain.conversation.ReplyEffects.SuppressionEffect;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.ReplyId;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reply changes about the lead and the person behind it. Works inside an open unit that holds the lead's lock. */
final class PersonEffects {

    private final Desk desk;
    private final OptOuts optOuts;

    PersonEffects(Desk desk, OptOuts optOuts) {
        this.desk = desk;
        this.optOuts = optOuts;
    }

    /** What a reply came by: which it is, by what way, what it answers, and when it was written. */
    record From(ReplyId reply, OptOuts.Way way, @Nullable Known touch, Instant at) {}

    void apply(Lead lead, ReplyEffects effects, boolean answered, From from) {
        OptOuts.Way way = from.way();
        Instant at = from.at();
        Lead current = status(lead, effects, answered, at);
        effects.rejectionReason().ifPresent(reason -> remember(current, reason));
        Optional<SuppressionEffect> entry = effects.suppression();
        if (entry.isPresent() && isForGood(entry.get().reason())) {
            optOuts.leaveAlone(current, entry.get().reason(), way, from.touch(), at);
            return;
        }
        // as the lead was: a wrong number is taken from it
        entry.ifPresent(effect -> suppress(lead, effect, from));
        effects.release().ifPresent(reason -> release(current, reason, effects.pool()));
    }

    private static boolean isForGood(SuppressionReason reason) {
        return reason == SuppressionReason.UNSUBSCRIBED || reason == SuppressionReason.COMPLAINED;
    }

    /** The lead after the reply: an answer counts, a machine's note leaves things as they were. */
    private Lead status(Lead lead, ReplyEffects effects, boolean answered, Instant at) {
        // an opt-out is written by those who close the person
        LeadStatus next = effects.leadStatus()
                .filter(wanted ->
                        wanted != LeadStatus.UNSUBSCRIBED && lead.status().repliesInto(wanted))
                .orElseGet(() -> answered ? afterAnswer(lead.status()) : afterMachine(lead));
        ContactPoints contact = lead.contact();
        if (effects.enrolment() instanceof EnrolmentChange.ResumeWithoutPhone) {
            contact = new ContactPoints(contact.email(), contact.emailStatus(), null, contact.linkedIn());
        }
        Lead changed = lead.change()
                .status(next)
                .history(answered ? lead.history().replied(at) : lead.history())
                .contact(contact)
                .updatedAt(desk.now())
                .lead();
        boolean same = changed.status() == lead.status()
                && changed.history().equals(lead.history())
                && changed.contact().equals(lead.contact());
        return same ? lead : desk.world().leads().leads().update(changed);
    }

    private static LeadStatus afterAnswer(LeadStatus now) {
        return now.repliesNow() ? LeadStatus.REPLIED : now;
    }

    private static LeadStatus afterMachine(Lead lead) {
        boolean onlyNow = lead.status() == LeadStatus.REPLIED && lead.history().lastReplyAt() == null;
        return !onlyNow ? lead.status() : lead.history().touches() > 0 ? LeadStatus.IN_SEQUENCE : LeadStatus.SCORED;
    }

    private void remember(Lead lead, RejectionReason reason) {
        desk.world()
                .leads()
                .leads()
                .putMetadata(lead.clientId(), Map.of(lead.id(), Map.of("rejection_reason", reason.wire())));
    }

    private void suppress(Lead lead, SuppressionEffect effect, From from) {
        Instant now = desk.now();
        Instant expires = effect.expiresAfter().map(span -> later(now, span)).orElse(null);
        PersonEntries entries = PersonEntries.of(
                from.reply(),
                desk.ids(),
                lead.clientId(),
                effect.reason(),
                from.way().source(),
                now,
                expires);
        boolean phoneOnly = effect.keyType() == SuppressionKeyType.PHONE;
        desk.world()
                .leads()
                .suppressions()
                .add((phoneOnly ? entries.phone(lead.contact()) : entries.person(lead)).list());
    }

    /** A no of before ends, with every entry that was written for it; whatever else keeps the person apart stays. */
    void forgetRefusal(Lead lead) {
        Instant now = desk.now();
        Suppressions suppressions = desk.world().leads().suppressions();
        suppressions
                .match(lead.clientId(), Suppressions.Subject.of(lead), now)
                .filter(entry -> entry.reason() == SuppressionReason.NOT_INTERESTED
                        && lead.clientId().equals(entry.clientId()))
                .ifPresent(entry -> suppressions.group(lead.clientId(), entry.groupId()).stream()
                        // what became a stronger entry meanwhile, such as the number of a colleague, is none of this no
                        .filter(one -> one.reason() == SuppressionReason.NOT_INTERESTED)
                        .forEach(one -> suppressions.remove(one, now)));
    }

    private Instant later(Instant from, Period span) {
        return from.atZone(ZoneOffset.UTC).plus(span).toInstant();
    }

    /** The claim ends; what the pool knows for good of the person stays. */
    private void release(Lead lead, ReleaseReason reason, Optional<PoolEffect> effect) {
        PoolPersonId id = lead.poolPersonId();
        if (id == null) {
            return;
        }
        PoolStatus wanted = effect.map(PoolEffect::status).orElse(PoolStatus.AVAILABLE);
        Instant until = effect.flatMap(PoolEffect::until)
                .map(span -> later(desk.now(), span))
                .orElse(null);
        for (PoolPerson person : desk.world().leads().people().findAll(List.of(id))) {
            PoolStatus next = person.status().isTerminal() ? person.status() : wanted;
            desk.world().leads().people().release(lead.clientId(), List.of(id), reason, next, until);
        }
    }
}
