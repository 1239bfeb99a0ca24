package io.agencyos.application.platform.vendor;

import io.agencyos.application.platform.Tasks.NewTask;
import io.agencyos.application.platform.vendor.HookRemovals.Owed;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.flow.BackOff;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Taking hooks away from a vendor that a client left: the wish is stored with the keys before the vendor is asked and goes
 * when the vendor did it, so that neither a vendor that is down nor a crash leaves a hook behind unnoticed.
 */
final class OwedHooks implements RemoveOwedHooks {

    /** Four days: as long as a vendor or a line is ever away. */
    private static final BackOff WAITS = BackOff.seconds(60, 300, 900, 3_600, 14_400, 43_200, 86_400, 86_400, 86_400);

    private static final int CLIENTS = 1_000;

    private final VendorDesk desk;

    OwedHooks(VendorDesk desk) {
        this.desk = desk;
    }

    private HookRemovals removals() {
        return desk.ports().removals();
    }

    /** Inside the unit of work that forgets the account. */
    void owe(VendorAccount account) {
        removals().owe(new Owed(account, 0, desk.now()));
    }

    /** Inside the unit of work that connects an account: what it listens by now is not taken away by an older wish. */
    void forgive(VendorAccount connected) {
        removals().ofClient(connected.clientId()).stream()
                .filter(owed -> isSame(owed.account(), connected))
                .forEach(owed -> removals().settle(owed.key()));
    }

    /** By its reference or by a key, because people correct references. */
    static boolean isSame(VendorAccount left, VendorAccount connected) {
        return left.vendor().equals(connected.vendor())
                && (left.accountRef().equals(connected.accountRef())
                        || connected.credentials().values().stream().anyMatch(left.credentials()::containsValue));
    }

    @Override
    public List<ClientId> due() {
        return desk.onPlatform(() -> removals().due(desk.now(), CLIENTS));
    }

    @Override
    public int remove(ClientId client) {
        TenantScope worker = TenantScope.worker(client);
        List<Owed> due = desk.inUnit(worker, () -> removals().ofClient(client)).stream()
                .filter(this::isDue)
                .toList();
        int settled = 0;
        for (Owed owed : due) {
            settled += desk.alone(worker, owed.account().vendor(), () -> again(worker, owed)) ? 1 : 0;
        }
        return settled;
    }

    private boolean isDue(Owed owed) {
        return !owed.dueAt().isAfter(desk.now());
    }

    /** Somebody may have connected the account, or another process asked, while this one waited for its turn. */
    private boolean again(TenantScope worker, Owed seen) {
        return desk.inUnit(worker, () -> removals().find(seen.key()))
                .filter(this::isDue)
                .map(owed -> {
                    ask(worker, owed);
                    return desk.inUnit(worker, () -> removals().find(owed.key()))
                            .isEmpty();
                })
                .orElse(false);
    }

    /** Asks the vendor, outside any unit of work; the turn of the account is the caller's. */
    Optional<VendorFailure> ask(TenantScope worker, Owed owed) {
        VendorConnector connector = desk.connectors().get(owed.account().vendor());
        Result<Integer, VendorFailure> answer = connector == null
                ? Result.err(new VendorFailure.Unauthorized(VendorFailure.Details.of(
                        owed.account().vendor(), "remove_hooks", "it is not part of this installation any more")))
                : connector.removeHooks(owed.account());
        return switch (answer) {
            case Result.Ok<Integer, VendorFailure> removed -> {
                settle(worker, owed);
                yield Optional.empty();
            }
            case Result.Err<Integer, VendorFailure>(VendorFailure failure) -> {
                desk.inUnit(worker, () -> refused(owed, failure));
                yield Optional.of(failure);
            }
        };
    }

    private void settle(TenantScope worker, Owed owed) {
        desk.inUnit(worker, () -> {
            removals().settle(owed.key());
            return owed;
        });
    }

    private Owed refused(Owed owed, VendorFailure failure) {
        switch (failure) {
            // the vendor knows neither the hook nor the account any more
            case VendorFailure.NotFound gone -> removals().settle(owed.key());
            case VendorFailure.RateLimited(VendorFailure.Details details, Duration retryAfter) ->
                wait(owed, owed.retried(), retryAfter.plus(WAITS.waits().getFirst()));
            // what the vendor does not let us do today it does not let us do tomorrow
            case VendorFailure.Unauthorized no -> giveUp(owed);
            case VendorFailure.Invalid no -> giveUp(owed);
            case VendorFailure.OutOfCredits later -> later(owed);
            case VendorFailure.Conflict later -> later(owed);
            case VendorFailure.Unavailable later -> later(owed);
            case VendorFailure.Timeout later -> later(owed);
        }
        return owed;
    }

    private void later(Owed owed) {
        WAITS.next(owed.retried(), 0, Duration.ZERO)
                .ifPresentOrElse(wait -> wait(owed, owed.retried() + 1, wait), () -> giveUp(owed));
    }

    private void wait(Owed owed, int retried, Duration wait) {
        Instant next = desk.now().plus(wait);
        removals().owe(new Owed(owed.account(), retried, next));
    }

    private void giveUp(Owed owed) {
        removals().settle(owed.key());
        String vendor = owed.account().vendor();
        desk.ports()
                .tasks()
                .open(List.of(new NewTask(
                        new TaskId(desk.newId()),
                        owed.account().clientId(),
                        GIVEN_UP,
                        null,
                        null,
                        "Remove our webhooks of the account " + owed.account().accountRef() + " at " + vendor
                                + ": it did not let us do so",
                        null,
                        GIVEN_UP + ":" + vendor + ":" + owed.account().accountRef())));
    }
}
