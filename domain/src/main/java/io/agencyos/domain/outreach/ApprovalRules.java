package io.agencyos.domain.outreach;

import io.agencyos.domain.outreach.ApprovalItem.RejectionAction;
import io.agencyos.domain.outreach.ApprovalItem.Status;

/** What a decision makes of an approval item and its touch; the first decision wins. Source: outreach 1.4. */
public final class ApprovalRules {

    private static final int LAST_OFFER = 2;

    private ApprovalRules() {}

    /** What becomes of the touch, its step or its enrolment. */
    public enum Consequence {
        /** Approved as it is, or with the replaced text. */
        TOUCH_READY,
        /** The new text failed its checks: 422 {@code content_qa_failed}, still pending. */
        CONTENT_QA_FAILED,
        /** Touch skipped with {@code approval_rejected}. */
        SKIP_STEP,
        /** A new draft is made. */
        REGENERATE,
        /** Enrolment stopped with {@code rejected_by_user}. */
        STOP_LEAD,
        /** Touch expired, drafted anew on the next business day. */
        REDRAFT_NEXT_BUSINESS_DAY,
        /** Expired twice: enrolment held with {@code approval_expired}, owner notified. */
        HOLD_ENROLMENT,
        /** What the text rests on changed: new draft, or none where the lead is out. */
        REDRAFT_OR_CANCEL,
        /** 409 {@code approval_not_pending}. */
        NOT_PENDING
    }

    /** The item's state afterwards and what follows. */
    public record Decision(Status status, Consequence consequence) {}

    public static Decision approve(ApprovalItem item) {
        return decided(item, Status.APPROVED, Consequence.TOUCH_READY);
    }

    /** Approval with another text, whose checks were run anew. */
    public static Decision editAndApprove(ApprovalItem item, boolean qaPassed) {
        return qaPassed ? approve(item) : decided(item, Status.PENDING, Consequence.CONTENT_QA_FAILED);
    }

    public static Decision reject(ApprovalItem item, RejectionAction action) {
        return decided(
                item,
                Status.REJECTED,
                switch (action) {
                    case SKIP_STEP -> Consequence.SKIP_STEP;
                    case REGENERATE -> Consequence.REGENERATE;
                    case STOP_LEAD -> Consequence.STOP_LEAD;
                });
    }

    /** 24 hours went by. */
    public static Decision expire(ApprovalItem item) {
        boolean last = item.offerNo() >= LAST_OFFER;
        return decided(item, Status.EXPIRED, last ? Consequence.HOLD_ENROLMENT : Consequence.REDRAFT_NEXT_BUSINESS_DAY);
    }

    /** Address, sender or conversation changed under it. */
    public static Decision supersede(ApprovalItem item) {
        return decided(item, Status.SUPERSEDED, Consequence.REDRAFT_OR_CANCEL);
    }

    private static Decision decided(ApprovalItem item, Status to, Consequence consequence) {
        return item.status() == Status.PENDING
                ? new Decision(to, consequence)
                : new Decision(item.status(), Consequence.NOT_PENDING);
    }
}
