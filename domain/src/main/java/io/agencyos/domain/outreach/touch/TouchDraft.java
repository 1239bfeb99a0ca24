package io.agencyos.domain.outreach.touch;

import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A changed copy of a touch in the making, so that a transition names only what it changes. Package-private: outside,
 * touches change through {@link TouchMachine} alone.
 */
final class TouchDraft {

    private final Touch of;
    private TouchState state;
    private Instant scheduledAt;
    private @Nullable ResourceId resourceId;
    private @Nullable PersonaId personaId;
    private @Nullable String recipient;
    private Touch.@Nullable TouchContent content;
    private Touch.Frozen frozen;
    private Touch.@Nullable Lease lease;
    private int dispatchCount;
    private int requeueCount;
    private @Nullable Instant reconcileAt;
    private @Nullable String vendor;
    private @Nullable String vendorRef;
    private @Nullable String vendorSlot;
    private @Nullable String code;
    private @Nullable String lastError;
    private @Nullable Instant sentAt;

    TouchDraft(Touch of) {
        this.of = of;
        this.state = of.state();
        this.scheduledAt = of.scheduledAt();
        this.resourceId = of.resourceId();
        this.personaId = of.personaId();
        this.recipient = of.recipient();
        this.content = of.content();
        this.frozen = of.frozen();
        this.lease = of.lease();
        this.dispatchCount = of.dispatchCount();
        this.requeueCount = of.requeueCount();
        this.reconcileAt = of.reconcileAt();
        this.vendor = of.vendor();
        this.vendorRef = of.vendorRef();
        this.vendorSlot = of.vendorSlot();
        this.code = of.code();
        this.lastError = of.lastError();
        this.sentAt = of.sentAt();
    }

    TouchDraft state(TouchState next) {
        this.state = next;
        return this;
    }

    TouchDraft scheduledAt(Instant at) {
        this.scheduledAt = at;
        return this;
    }

    TouchDraft sender(ResourceId resource, @Nullable PersonaId persona) {
        this.resourceId = resource;
        this.personaId = persona;
        return this;
    }

    TouchDraft recipient(String address) {
        this.recipient = address;
        return this;
    }

    TouchDraft content(Touch.@Nullable TouchContent text) {
        this.content = text;
        return this;
    }

    TouchDraft frozen(Touch.Frozen facts) {
        this.frozen = facts;
        return this;
    }

    TouchDraft lease(Touch.@Nullable Lease next) {
        this.lease = next;
        return this;
    }

    TouchDraft dispatched() {
        this.dispatchCount++;
        return this;
    }

    TouchDraft requeued() {
        this.requeueCount++;
        return this;
    }

    TouchDraft reconcileAt(@Nullable Instant at) {
        this.reconcileAt = at;
        return this;
    }

    TouchDraft vendor(String name, String slot) {
        this.vendor = name;
        this.vendorSlot = slot;
        return this;
    }

    TouchDraft vendorRef(@Nullable String ref) {
        this.vendorRef = ref;
        return this;
    }

    TouchDraft code(@Nullable String reason) {
        this.code = reason;
        return this;
    }

    TouchDraft lastError(@Nullable String error) {
        this.lastError = error;
        return this;
    }

    TouchDraft sentAt(Instant at) {
        this.sentAt = at;
        return this;
    }

    Touch done() {
        return new Touch(
                of.id(),
                of.clientId(),
                of.enrolmentId(),
                of.leadId(),
                of.campaignId(),
                of.origin(),
                of.replyId(),
                of.commandId(),
                of.byHand(),
                of.kind(),
                of.stepNo(),
                of.attemptNo(),
                state,
                of.idempotencyKey(),
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
                of.createdAt(),
                of.version());
    }
}
