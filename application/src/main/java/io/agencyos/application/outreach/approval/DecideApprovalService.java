package io.agencyos.application.outreach.approval;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Items;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.ApprovalRules;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.VariantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The touches are locked before the items are read again: of two people who decide at once, one is first. */
public final class DecideApprovalService implements DecideApproval {

    private final Engine engine;
    private final Consumer<AuditEntry> audit;

    public DecideApprovalService(Engine engine, Consumer<AuditEntry> audit) {
        this.engine = engine;
        this.audit = audit;
    }

    @Override
    public Map<ApprovalId, Outcome> decideAll(TenantScope scope, Map<ApprovalId, Decision> decisions, Origin origin) {
        Map<ApprovalId, Outcome> outcomes = new LinkedHashMap<>();
        if (scope.role() == Role.VIEWER) {
            decisions.keySet().forEach(approval -> outcomes.put(approval, new Outcome.Forbidden()));
        } else if (!decisions.isEmpty()) {
            Holidays holidays = engine.holidays();
            outcomes.putAll(engine.inTenant(scope.clientId(), () -> {
                Map<ApprovalId, Outcome> decided = decide(scope, decisions, holidays);
                decided.forEach((id, outcome) -> written(scope, id, outcome, origin));
                return decided;
            }));
        }
        return outcomes;
    }

    private Map<ApprovalId, Outcome> decide(TenantScope scope, Map<ApprovalId, Decision> decisions, Holidays holidays) {
        List<TouchId> asked = items(scope, decisions).values().stream()
                .map(ApprovalItem::touchId)
                .toList();
        Instant now = engine.clock().now();
        Engine.Locked locked = engine.lock(
                scope.clientId(),
                engine.stores().touches().findAll(scope.clientId(), asked),
                Setting.Hold.READ,
                holidays,
                now);
        Map<TouchId, TouchCase> cases = new HashMap<>();
        engine.cases()
                .read(locked.setting(), locked.pairs())
                .forEach(one -> cases.put(one.touch().id(), one));
        Map<ApprovalId, ApprovalItem> items = items(scope, decisions);
        Changes changes = engine.changes(scope.clientId(), now);
        Map<ApprovalId, Outcome> outcomes = new LinkedHashMap<>();
        decisions.forEach((id, decision) -> {
            ApprovalItem item = items.get(id);
            outcomes.put(
                    id,
                    item == null
                            ? new Outcome.NotFound()
                            : decide(scope, item, cases.get(item.touchId()), decision, locked.setting(), changes));
        });
        changes.flush();
        return outcomes;
    }

    private void written(TenantScope scope, ApprovalId id, Outcome outcome, Origin origin) {
        if (outcome instanceof Outcome.Decided(ApprovalItem item)) {
            boolean yes = item.status() == ApprovalItem.Status.APPROVED;
            audit.accept(new AuditEntry(
                    engine.ids().next(),
                    engine.clock().now(),
                    scope.clientId(),
                    Actors.of(scope),
                    yes ? AuditAction.APPROVAL_APPROVE : AuditAction.APPROVAL_REJECT,
                    AuditEntry.Outcome.OK,
                    "approval",
                    id.value(),
                    Map.of(
                            "status",
                            new AuditEntry.Change("pending", item.status().wire())),
                    Map.of(),
                    origin));
        }
    }

    private Map<ApprovalId, ApprovalItem> items(TenantScope scope, Map<ApprovalId, Decision> decisions) {
        return engine.stores().approvals().findAll(scope.clientId(), decisions.keySet()).stream()
                .collect(Collectors.toMap(ApprovalItem::id, Function.identity()));
    }

    private Outcome decide(
            TenantScope scope,
            ApprovalItem item,
            @Nullable TouchCase one,
            Decision decision,
            Setting setting,
            Changes changes) {
        if (item.status() != ApprovalItem.Status.PENDING || one == null) {
            return new Outcome.NotPending(item);
        }
        return switch (decision) {
            case Decision.Approve approve -> approve(scope, item, one, null, changes);
            case Decision.EditAndApprove(String subject, String body) ->
                edit(scope, item, one, subject, body, setting, changes);
            case Decision.Reject(ApprovalItem.RejectionAction action, String reason) ->
                reject(scope, item, one, action, reason, setting, changes);
        };
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
        return switch (engine.outlets().of(one.touch()).edited(one, setting, subject, body)) {
            case Result.Err<Touch.TouchContent, List<String>>(List<String> codes) -> new Outcome.QualityFailed(codes);
            case Result.Ok<Touch.TouchContent, List<String>>(Touch.TouchContent text) ->
                approve(scope, item, one, text.of(variant(one)), changes);
        };
    }

    /** What a person rewrites stays the lead's arm: leaving it out would choose among leads. */
    private static @Nullable VariantId variant(TouchCase one) {
        Touch.TouchContent written = one.touch().content();
        return written == null ? null : written.variant();
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
            case SKIP_STEP -> GateKeeping.end(one, "approval_rejected", setting, changes);
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
