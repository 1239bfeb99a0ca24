package io.agencyos.bootstrap.demo;

import io.agencyos.application.outreach.approval.DecideApproval.Decision;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The person who reads what a co-pilot campaign wants to send; one in forty is not wanted. */
final class Approver {

    private static final int PAGE = 200;
    private static final int ONE_IN = 40;

    private final Product product;
    private final TenantScope member;
    private int read;

    Approver(Product product, ClientId client, UserId user) {
        this.product = product;
        this.member = new TenantScope(client, user, Role.MEMBER);
    }

    /** Decides everything that waits. */
    void decideAll() {
        List<ApprovalItem> waiting;
        do {
            waiting = product.basis()
                    .units()
                    .inTenant(
                            member,
                            () -> product.stores()
                                    .outreach
                                    .approvals()
                                    .list(member.clientId(), ApprovalItem.Status.PENDING, null, PAGE));
            decide(waiting);
        } while (waiting.size() == PAGE);
    }

    private void decide(List<ApprovalItem> waiting) {
        Map<ApprovalId, Decision> decisions = new LinkedHashMap<>();
        for (ApprovalItem item : waiting) {
            decisions.put(
                    item.id(),
                    ++read % ONE_IN == 0
                            ? new Decision.Reject(ApprovalItem.RejectionAction.SKIP_STEP, "not this one")
                            : new Decision.Approve());
        }
        product.outreach().decideApproval().decideAll(member, decisions);
    }
}
