package io.agencyos.application.outreach.approval;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ApprovalId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** A person says yes or no to a touch that waits; the first word counts. Source: outreach 1.4. */
@PrimaryPort
public interface DecideApproval {

    /** What the person decided. */
    sealed interface Decision {

        /** As it stands. */
        record Approve() implements Decision {}

        /** With another text; signature and footer stay as they are where the text still has them. */
        record EditAndApprove(String subject, String body) implements Decision {}

        /** Not this one. {@code reason} may be empty. */
        record Reject(
                ApprovalItem.RejectionAction action,
                @Nullable String reason) implements Decision {}
    }

    /** What came of it. */
    sealed interface Outcome {

        record Decided(ApprovalItem item) implements Outcome {}

        /** There is no such item in this tenant. */
        record NotFound() implements Outcome {}

        /** Somebody was first, or it ran out: {@code approval_not_pending}. */
        record NotPending(ApprovalItem item) implements Outcome {}

        /** The new text does not pass the checks, by their codes: {@code content_qa_failed}; the item still waits. */
        record QualityFailed(List<String> codes) implements Outcome {}

        /** A viewer decides nothing. */
        record Forbidden() implements Outcome {}
    }

    default Outcome decide(TenantScope scope, ApprovalId approval, Decision decision) {
        return decide(scope, approval, decision, Origin.NONE);
    }

    default Outcome decide(TenantScope scope, ApprovalId approval, Decision decision, Origin origin) {
        return Objects.requireNonNull(
                decideAll(scope, Map.of(approval, decision), origin).get(approval));
    }

    /**
     * Several at once, in one unit of work: one that cannot be decided says so and keeps none of the others waiting.
     *
     * @param origin where it comes from, for the audit log, which has a line of each that was decided
     * @return what came of each, in the order of the decisions
     */
    Map<ApprovalId, Outcome> decideAll(TenantScope scope, Map<ApprovalId, Decision> decisions, Origin origin);

    /** From nowhere in particular. */
    default Map<ApprovalId, Outcome> decideAll(TenantScope scope, Map<ApprovalId, Decision> decisions) {
        return decideAll(scope, decisions, Origin.NONE);
    }
}
