package io.agencyos.application.testing;

import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.touch.ByHand;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchKeys;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.ChoiceBasis;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.LeadScoreId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.VariantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A touch in the making for a test: planned for Monday, step 1, by e-mail, unless it is told otherwise. */
public final class TouchMaker {

    private final Enrolment enrolment;
    private TouchId id = new TouchId(UUID.randomUUID());
    private TouchOrigin origin = TouchOrigin.SEQUENCE;
    private @Nullable ReplyId reply;
    private @Nullable UUID command;
    private TouchKind kind = TouchKind.EMAIL;
    private int step = 1;
    private int attempt = 1;
    private TouchState state = TouchState.PLANNED;
    private Instant scheduledAt = Leadbook.MONDAY;
    private @Nullable ResourceId resource;
    private @Nullable String recipient;
    private @Nullable String redirectedTo;
    private Touch.@Nullable TouchContent content;
    private Touch.@Nullable Lease lease;
    private int dispatches;
    private @Nullable Instant reconcileAt;
    private @Nullable String vendor;
    private @Nullable String vendorRef;
    private @Nullable Instant sentAt;
    private @Nullable LeadScoreId score;
    private int version;

    TouchMaker(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    public TouchMaker id(TouchId own) {
        id = own;
        return this;
    }

    /** An answer to this reply: step 0. */
    public TouchMaker answer(ReplyId to) {
        origin = TouchOrigin.REPLY;
        reply = to;
        step = 0;
        return this;
    }

    /** What a person sends by this command: step 0. */
    public TouchMaker manual(UUID by) {
        origin = TouchOrigin.MANUAL;
        command = by;
        step = 0;
        return this;
    }

    public TouchMaker origin(TouchOrigin from) {
        origin = from;
        return this;
    }

    public TouchMaker kind(TouchKind what) {
        kind = what;
        return this;
    }

    public TouchMaker step(int stepNo) {
        step = stepNo;
        return this;
    }

    public TouchMaker attempt(int attemptNo) {
        attempt = attemptNo;
        return this;
    }

    /** The score that its commit froze. */
    public TouchMaker frozen(LeadScoreId at) {
        score = at;
        return this;
    }

    public TouchMaker at(Instant scheduled) {
        scheduledAt = scheduled;
        return this;
    }

    public TouchMaker from(ResourceId sender, String to) {
        resource = sender;
        recipient = to;
        return this;
    }

    /** Somebody of the client's gets it instead. */
    public TouchMaker redirectedTo(String tester) {
        redirectedTo = tester;
        return this;
    }

    public TouchMaker to(String whom) {
        recipient = whom;
        return this;
    }

    public TouchMaker withText() {
        content = Outreachbook.content();
        return this;
    }

    /** In this state, with a text where it must have one. */
    public TouchMaker state(TouchState next) {
        state = next;
        return next == TouchState.PLANNED ? this : withText();
    }

    /** Its call was begun: it has a token until then, and counts as dispatched. */
    public TouchMaker dispatching(Instant until) {
        dispatches = 1;
        return state(TouchState.DISPATCHING).lease(UUID.randomUUID(), until);
    }

    /** Nobody knows whether it left; a look-up is due then. */
    public TouchMaker unknown(Instant lookUpAt) {
        reconcileAt = lookUpAt;
        return dispatching(lookUpAt).state(TouchState.UNKNOWN);
    }

    /** Its commit chose this vendor. */
    public TouchMaker by(String chosen) {
        vendor = chosen;
        return this;
    }

    public TouchMaker sent(Instant at, String ref) {
        sentAt = at;
        vendor = "fake";
        vendorRef = ref;
        dispatches = 1;
        return state(TouchState.SENT);
    }

    /** Its lead got this variant of an experiment. */
    public TouchMaker saying(VariantId variant) {
        content = Outreachbook.content().of(variant);
        return this;
    }

    public TouchMaker abandoned() {
        dispatches = 1;
        return state(TouchState.ABANDONED);
    }

    public TouchMaker lease(UUID token, Instant until) {
        lease = new Touch.Lease(token, until);
        return this;
    }

    public TouchMaker version(int stored) {
        version = stored;
        return this;
    }

    public Touch make() {
        UUID subject = reply != null
                ? reply.value()
                : command != null ? command : enrolment.id().value();
        return new Touch(
                id,
                enrolment.clientId(),
                enrolment.id(),
                enrolment.leadId(),
                enrolment.campaignId(),
                origin,
                reply,
                command,
                origin == TouchOrigin.REPLY || origin == TouchOrigin.MANUAL
                        ? new ByHand(
                                null,
                                "agreed on the phone",
                                new ByHand.Answering("thread/7", "<in@harbourlane.example>"))
                        : null,
                kind,
                step,
                attempt,
                state,
                TouchKeys.idempotencyKey(subject, step, kind, attempt),
                scheduledAt,
                resource,
                null,
                recipient,
                content,
                new Touch.Frozen(score, "warm", "email>linkedin", ChoiceBasis.DEFAULT, redirectedTo),
                lease,
                dispatches,
                0,
                reconcileAt,
                vendor,
                vendorRef,
                null,
                null,
                null,
                sentAt,
                Leadbook.MONDAY,
                version);
    }
}
