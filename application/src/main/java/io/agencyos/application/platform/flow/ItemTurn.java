package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.RunDesk.Standing;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunItem;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.RunFailure;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The next item of a step: claimed and committed, then called, then settled and committed. A claim whose worker died is
 * called again only where that cannot do a thing twice; else nobody knows, and a person decides. Source: flows 1.4.
 */
final class ItemTurn<P> {

    private static final String PLANNED = "items";
    private static final int LOOK = 100;

    private final FlowStep.PerItem<P> declared;
    private final RunDesk desk;
    private final UnitOfWork units;
    private final TenantScope worker;

    ItemTurn(FlowStep.PerItem<P> declared, RunDesk desk, UnitOfWork units, TenantScope worker) {
        this.declared = declared;
        this.desk = desk;
        this.units = units;
        this.worker = worker;
    }

    /** Either the run as it stands after what there was to write, or an item that is claimed and waits for its call. */
    private record Prepared(Standing standing, Optional<RunItem> claimed) {}

    Standing take(Standing at, RunStep step, StepContext<P> context) {
        Prepared prepared = units.inTenant(worker, () -> prepare(at, step, context));
        return prepared.claimed()
                .map(item -> call(prepared.standing(), step.no(), item, context))
                .orElse(prepared.standing());
    }

    private Prepared prepare(Standing at, RunStep step, StepContext<P> context) {
        Instant now = desk.now();
        Optional<Standing> left = desk.gate(at, declared, now);
        if (left.isPresent()) {
            return new Prepared(left.get(), Optional.empty());
        }
        return step.cursor() == null ? plan(at, step, context, now) : next(at, step, now);
    }

    private Prepared plan(Standing at, RunStep step, StepContext<P> context, Instant now) {
        Collection<String> keys = declared.keys().apply(context);
        RunStep planned = step.started(now).at(PLANNED, Counts.done(keys.size(), 0));
        Standing standing = desk.advance(at, planned, BigDecimal.ZERO, Outcome.NONE, now);
        desk.ports().runs().addItems(at.run().client(), at.run().id(), step.no(), keys);
        return new Prepared(standing, Optional.empty());
    }

    private Prepared next(Standing at, RunStep step, Instant now) {
        Run run = at.run();
        List<RunItem> open = desk.ports().runs().openItems(run.client(), run.id(), step.no(), LOOK);
        if (open.isEmpty()) {
            StepResult done = new StepResult.Done(step.counts(), Outcome.NONE);
            return new Prepared(desk.applied(at, step.started(now), done, now), Optional.empty());
        }
        Optional<RunItem> ready = open.stream()
                .filter(item -> item.until() == null || !item.until().isAfter(now))
                .findFirst();
        if (ready.isEmpty()) {
            Instant first = open.stream()
                    .map(item -> item.until() == null ? now : item.until())
                    .min(Instant::compareTo)
                    .orElse(now);
            StepResult waits = new StepResult.Waits(step.cursor(), first);
            return new Prepared(desk.applied(at, step, waits, now), Optional.empty());
        }
        RunItem item = ready.get();
        if (item.state() == ItemState.CLAIMED && !declared.repeatable()) {
            RunItem unknown = item.ended(ItemState.UNKNOWN, "LEASE_EXPIRED", "Nobody knows whether the call was made.");
            return new Prepared(settle(at, step.no(), unknown, BigDecimal.ZERO, now), Optional.empty());
        }
        Optional<Duration> wait = desk.token(declared.vendor(), now);
        if (wait.isPresent()) {
            return new Prepared(desk.later(at, now.plus(wait.get())), Optional.empty());
        }
        RunItem claimed = item.claimed(vendorKey(run, step.no(), item.key()), now.plus(Run.LEASE));
        Standing standing = desk.advance(at, step.started(now), BigDecimal.ZERO, Outcome.NONE, now);
        desk.ports().runs().saveItem(run.client(), run.id(), step.no(), claimed);
        return new Prepared(standing, Optional.of(claimed));
    }

    private static String vendorKey(Run run, int step, String item) {
        String name = run.id().text() + "/" + step + "/" + item;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Standing call(Standing at, int stepNo, RunItem claimed, StepContext<P> context) {
        String vendorKey = claimed.vendorKey();
        ItemResult result =
                vendorKey == null ? new ItemResult.Skipped("not_claimed") : made(context, claimed.key(), vendorKey);
        return units.inTenant(worker, () -> settle(at, stepNo, claimed, result, desk.now()));
    }

    private ItemResult made(StepContext<P> context, String key, String vendorKey) {
        try {
            return declared.call().make(context, key, vendorKey);
        } catch (LeaseLost | StorageUnavailable notOurs) {
            throw notOurs;
        } catch (RuntimeException defect) {
            // the call may have been made before the defect: only what is repeatable is repeated
            FailureClass kind = declared.repeatable() ? FailureClass.BUG : FailureClass.UNKNOWN_OUTCOME;
            return new ItemResult.Failed(RunFailure.of(kind, "INTERNAL", Fingerprint.of(defect)));
        }
    }

    private Standing settle(Standing at, int stepNo, RunItem claimed, ItemResult result, Instant now) {
        return switch (result) {
            case ItemResult.Done(String answer, BigDecimal cost) -> {
                desk.vendor(at.run(), declared.vendor(), Optional.empty(), now);
                yield settle(at, stepNo, claimed.done(answer, cost), cost, now);
            }
            case ItemResult.Skipped(String reason) ->
                settle(at, stepNo, claimed.ended(ItemState.SKIPPED, reason, reason), BigDecimal.ZERO, now);
            case ItemResult.Failed(RunFailure failure) -> {
                desk.vendor(at.run(), declared.vendor(), Optional.of(failure), now);
                yield settle(at, stepNo, failed(claimed, failure, now), BigDecimal.ZERO, now);
            }
        };
    }

    private RunItem failed(RunItem item, RunFailure failure, Instant now) {
        return switch (failure.kind()) {
            case UNKNOWN_OUTCOME -> item.ended(ItemState.UNKNOWN, failure.code(), failure.message());
            case PERMANENT -> item.ended(ItemState.FAILED, failure.code(), failure.message());
            // stands until the account works again
            case CREDENTIAL -> item.again(failure.code(), failure.message(), now);
            case TRANSIENT, LIMIT, BUG -> {
                Optional<Duration> wait = failure.retryIn(
                        declared.backOff(),
                        item.attempts() - 1,
                        desk.tools().jitter().getAsInt());
                yield wait.map(later -> item.again(failure.code(), failure.message(), now.plus(later)))
                        .orElseGet(() -> item.ended(ItemState.FAILED, failure.code(), failure.message()));
            }
        };
    }

    private Standing settle(Standing at, int stepNo, RunItem item, BigDecimal cost, Instant now) {
        RunStep step = at.steps().get(stepNo - 1);
        Counts more = switch (item.state()) {
            case DONE -> new Counts(0, 1, 0, 0, 0);
            case FAILED -> new Counts(0, 0, 1, 0, 0);
            case SKIPPED -> new Counts(0, 0, 0, 1, 0);
            case UNKNOWN -> new Counts(0, 0, 0, 0, 1);
            case PENDING, CLAIMED -> Counts.NONE;
        };
        Standing next = desk.advance(at, step.at(step.cursor(), step.counts().plus(more)), cost, Outcome.NONE, now);
        desk.ports().runs().saveItem(at.run().client(), at.run().id(), stepNo, item);
        return next;
    }
}
