package io.agencyos.application.outreach;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.EnrolmentEvent;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.ApprovalRules;
import io.agencyos.domain.outreach.Holidays;
import io.agencyos.domain.outreach.Touch;
import io.agencyos.domain.outreach.TouchMachine;
import io.agencyos.domain.shared.ApprovalId;
import io.agencyos.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The touch is locked before the item is read again: of two people who decide at once, one is first. */
final class DecideApprovalService implements DecideApproval {

    private final Engine engine;
    private final MailWriter writer;

    DecideApprovalService(Engine engine) {
        this.engine = engine;
        this.writer = new MailWriter(engine.links());
    }

    @Override
    public Outcome decide(TenantScope scope, ApprovalId approval, Decision decision) {
        if (scope.role() == Role.VIEWER) {
            return new Outcome.Forbidden();
        }
        Holidays holidays = engine.holidays();
        return engine.inTenant(scope.clientId(), () -> decide(scope, approval, decision, holidays));
    }

    private Outcome decide(TenantScope scope, ApprovalId id, Decision decision, Holidays holidays) {
        ApprovalItem found =
                engine.stores().approvals().find(scope.clientId(), id).orElse(null);
        if (found == null) {
            return new Outcome.NotFound();
        }
        Instant now = engine.clock().now();
        List<Touch> touches = engine.stores().touches().findAll(scope.clientId(), List.of(found.touchId()));
        Engine.Locked locked = engine.lock(scope.clientId(), touches, Setting.Hold.READ, holidays, now);
        ApprovalItem item =
                engine.stores().approvals().find(scope.clientId(), id).orElse(found);
        if (item.status() != ApprovalItem.Status.PENDING || locked.pairs().isEmpty()) {
            return new Outcome.NotPending(item);
        }
        TouchCase one = engine.cases().read(locked.setting(), locked.pairs()).getFirst();
        Changes changes = engine.changes(scope.clientId(), now);
        Outcome outcome = switch (decision) {
            case Decision.Approve approve -> approve(scope, item, one, null, changes);
            case Decision.EditAndApprove(String subject, String body) ->
                edit(scope, item, one, subject, body, locked.setting(), changes);
            case Decision.Reject(ApprovalItem.RejectionAction action, String reason) ->
                reject(scope, item, one, action, reason, locked.setting(), changes);
        };
        changes.flush();
        return outcome;
    }

    private static Outcome approve(
            TenantScope scope, ApprovalItem item, TouchCase one, Touch.@Nullable TouchContent text, Changes changes) {
        if (!GateKeeping.apply(TouchMachine.approved(one.touch(), text), changes)) {
            return new Outcome.NotPending(item);
        }
        return done(scope, item, ApprovalRules.approve(item).status(), null, null, text != null, changes);
    }

    private Outcome edit(
            TenantScope scope,
            ApprovalItem item,
            TouchCase one,
            String subject,
            String body,
            Setting setting,
            Changes changes) {
        if (one.lead() == null || setting.client().isEmpty()) {
            return new Outcome.NotPending(item);
        }
        return switch (writer.edited(
                one.touch(), subject, body, one.lead(), setting.client().get())) {
            case Result.Err<Touch.TouchContent, List<String>>(List<String> codes) -> new Outcome.QualityFailed(codes);
            case Result.Ok<Touch.TouchContent, List<String>>(Touch.TouchContent text) ->
                approve(scope, item, one, text, changes);
        };
    }

    private static Outcome reject(
            TenantScope scope,
            ApprovalItem item,
            TouchCase one,
            ApprovalItem.RejectionAction action,
            @Nullable String reason,
            Setting setting,
            Changes changes) {
        switch (action) {
            case SKIP_STEP -> {
                GateKeeping.apply(TouchMachine.skip(one.touch(), "approval_rejected"), changes);
                GateKeeping.stepOver(one, false, setting, changes);
            }
            case REGENERATE -> GateKeeping.apply(TouchMachine.redraft(one.touch()), changes);
            case STOP_LEAD -> {
                GateKeeping.apply(TouchMachine.cancel(one.touch(), "rejected_by_user"), changes);
                changes.on(one.enrolment(), EnrolmentEvent.Plain.REJECTED_BY_USER);
            }
        }
        return done(scope, item, ApprovalRules.reject(item, action).status(), reason, action, false, changes);
    }

    private static Outcome done(
            TenantScope scope,
            ApprovalItem item,
            ApprovalItem.Status status,
            @Nullable String reason,
            ApprovalItem.@Nullable RejectionAction action,
            boolean edited,
            Changes changes) {
        ApprovalItem decided = Items.decided(item, status, scope.userId(), changes.now(), reason, action, edited);
        changes.decided(decided);
        return new Outcome.Decided(decided);
    }
}
