package io.agencyos.domain.outreach.touch;

import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.content.ContentTraits;
import io.agencyos.domain.shared.ChoiceBasis;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ContentId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.VariantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * One intended contact of one lead on one channel: the unit of approval, quota, idempotency and audit. Stored as {@code
 * outreach_job}; once sent the same id stands in {@code touch}. Source: outreach 4.1–4.2, data model 5.7.
 *
 * @param stepNo 1–20; 0 for an answer or a manual message
 * @param byHand null for what no person wrote
 * @param attemptNo rises only for a deliberately new contact, never for a technical retry
 * @param recipient the address as it was when the touch was committed
 * @param vendorSlot what the vendor's adapter chose once for this touch and must keep, opaque to everybody else
 */
@AggregateRoot
public record Touch(
        @Identity TouchId id,
        ClientId clientId,
        @Nullable EnrolmentId enrolmentId,
        LeadId leadId,
        CampaignId campaignId,
        TouchOrigin origin,
        @Nullable ReplyId replyId,
        @Nullable UUID commandId,
        @Nullable ByHand byHand,
        TouchKind kind,
        int stepNo,
        int attemptNo,
        TouchState state,
        String idempotencyKey,
        Instant scheduledAt,
        @Nullable ResourceId resourceId,
        @Nullable PersonaId personaId,
        @Nullable String recipient,
        @Nullable TouchContent content,
        Frozen frozen,
        @Nullable Lease lease,
        int dispatchCount,
        int requeueCount,
        @Nullable Instant reconcileAt,
        @Nullable String vendor,
        @Nullable String vendorRef,
        @Nullable String vendorSlot,
        @Nullable String code,
        @Nullable String lastError,
        @Nullable Instant sentAt,
        Instant createdAt,
        int version) {

    /** The code of one that nobody decided about in time and that people are asked about once more. Source: outreach 1.4. */
    public static final String OFFERED_AGAIN = "approval_expired";

    /**
     * One of this run that nobody has seen yet.
     *
     * @param sender what it keeps to, null where that is chosen at the commit
     */
    public static Touch planned(
            TouchId id,
            Enrolment run,
            TouchOrigin origin,
            TouchKind kind,
            int stepNo,
            int attemptNo,
            Instant scheduledAt,
            @Nullable ResourceId sender,
            Instant now) {
        return new Touch(
                id,
                run.clientId(),
                run.id(),
                run.leadId(),
                run.campaignId(),
                origin,
                null,
                null,
                null,
                kind,
                stepNo,
                attemptNo,
                TouchState.PLANNED,
                TouchKeys.idempotencyKey(run.id().value(), stepNo, kind, attemptNo),
                scheduledAt,
                sender,
                null,
                null,
                null,
                Frozen.NOTHING,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                0);
    }

    /**
     * One that a person wrote, beside the steps of this run: an answer where a reply is named, else a message.
     *
     * @param command the order by which it was sent, the same however often it is given
     * @param attemptNo which answer to the reply it is, 1 for a message
     */
    public static Touch byHand(
            TouchId id,
            Enrolment run,
            @Nullable ReplyId reply,
            UUID command,
            ByHand hand,
            TouchKind kind,
            int attemptNo,
            Instant scheduledAt,
            Instant now) {
        return new Touch(
                id,
                run.clientId(),
                run.id(),
                run.leadId(),
                run.campaignId(),
                reply == null ? TouchOrigin.MANUAL : TouchOrigin.REPLY,
                reply,
                command,
                hand,
                kind,
                0,
                attemptNo,
                TouchState.PLANNED,
                TouchKeys.idempotencyKey(reply == null ? command : reply.value(), 0, kind, attemptNo),
                scheduledAt,
                null,
                null,
                null,
                null,
                Frozen.NOTHING,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                0);
    }

    /** Whether it is the first contact of its run. */
    public boolean isStart() {
        return stepNo == 1 && origin == TouchOrigin.SEQUENCE;
    }

    /** Whether its end moves the sequence on; the message after an acceptance stands beside the steps. */
    public boolean carriesStep() {
        return stepNo >= 1 && origin != TouchOrigin.FOLLOW_UP;
    }

    /** The same as it stands in a store. */
    public Touch atVersion(int stored) {
        return new Touch(
                id,
                clientId,
                enrolmentId,
                leadId,
                campaignId,
                origin,
                replyId,
                commandId,
                byHand,
                kind,
                stepNo,
                attemptNo,
                state,
                idempotencyKey,
                scheduledAt,
                resourceId,
                personaId,
                recipient,
                content,
                frozen,
                lease,
                dispatchCount,
                requeueCount,
                reconcileAt,
                vendor,
                vendorRef,
                vendorSlot,
                code,
                lastError,
                sentAt,
                createdAt,
                stored);
    }

    /** A changed copy in the making. */
    TouchDraft change() {
        return new TouchDraft(this);
    }

    /**
     * The rendered text; immutable once written. {@code sha256} is over subject, a line feed and the body.
     *
     * @param traits what learning compares, frozen with the text; null where nobody told
     * @param variant of an experiment that the lead was given, null without one
     */
    public record TouchContent(
            @Nullable ContentId snapshotId,
            @Nullable String templateId,
            @Nullable String subject,
            String body,
            String sha256,
            boolean qaPassed,
            @Nullable ContentTraits traits,
            @Nullable VariantId variant) {

        public TouchContent(
                @Nullable ContentId snapshotId,
                @Nullable String templateId,
                @Nullable String subject,
                String body,
                String sha256,
                boolean qaPassed) {
            this(snapshotId, templateId, subject, body, sha256, qaPassed, null, null);
        }

        /** The same text, with what it is like. */
        public TouchContent described(ContentTraits what) {
            return new TouchContent(snapshotId, templateId, subject, body, sha256, qaPassed, what, variant);
        }

        /** The same text, as what the lead got of an experiment. */
        public TouchContent of(@Nullable VariantId given) {
            return new TouchContent(snapshotId, templateId, subject, body, sha256, qaPassed, traits, given);
        }
    }

    /** Where it goes: to the lead, or to whom the client named while it tests. Source: outreach 13. */
    public Optional<String> goesTo() {
        return Optional.ofNullable(frozen.redirectedTo()).or(() -> Optional.ofNullable(recipient));
    }

    /** Whether somebody of the client's gets it instead of the lead. */
    public boolean isRedirected() {
        return frozen.redirectedTo() != null;
    }

    /**
     * What the commit-to-send fixed for learning; empty before it. Source: outreach T3, CIS P4.
     *
     * @param planKey the channels of the sequence, joined by arrows
     * @param timing what its day and hour were chosen by
     * @param redirectedTo who gets it instead of the lead, while the client tests; null for the lead
     */
    public record Frozen(
            @Nullable LeadScoreId scoreId,
            @Nullable String tier,
            @Nullable String planKey,
            ChoiceBasis timing,
            @Nullable String redirectedTo) {

        public static final Frozen NOTHING = new Frozen(null, null, null);

        /** Of a touch whose time was not steered. */
        public Frozen(@Nullable LeadScoreId scoreId, @Nullable String tier, @Nullable String planKey) {
            this(scoreId, tier, planKey, ChoiceBasis.DEFAULT, null);
        }
    }

    /**
     * Whose turn it is with this touch, and until when: the dispatcher's claim, then the call's token.
     *
     * @param absentAt when a look-up for this very call found nothing for the first time, null while none did
     */
    public record Lease(UUID token, Instant until, @Nullable Instant absentAt) {

        public Lease(UUID token, Instant until) {
            this(token, until, null);
        }
    }
}
