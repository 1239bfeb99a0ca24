package io.agencyos.application.platform.vendor;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import io.agencyos.application.platform.vendor.VendorConnector.StandingHook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.PushLoss;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks and repairs in the account's turn, so that nobody connects it meanwhile. */
final class CheckHooksService implements CheckHooks {

    private final VendorDesk desk;
    private final PushCounts pushed;
    private final Alerts alerts;

    CheckHooksService(VendorDesk desk, PushCounts pushed, Alerts alerts) {
        this.desk = desk;
        this.pushed = pushed;
        this.alerts = alerts;
    }

    private static final class Found {
        private int looked;
        private final List<String> repaired = new ArrayList<>();
        private final List<String> losing = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private final List<Alert> open = new ArrayList<>();
        /** Vendors that did not answer: what was told of them before is still so. */
        private final List<String> silent = new ArrayList<>();
    }

    @Override
    public Round check(ClientId client) {
        Found found = new Found();
        if (desk.addresses().possible()) {
            TenantScope worker = TenantScope.worker(client);
            desk.connectors(client).values().forEach(connector -> {
                if (desk.inUnit(worker, () -> desk.ports().accounts().find(client, connector.vendor()))
                        .isPresent()) {
                    desk.alone(worker, connector.vendor(), () -> {
                        check(worker, connector, found);
                        return found;
                    });
                }
            });
            desk.inUnit(worker, () -> told(client, found));
        }
        return new Round(found.looked, found.repaired, found.losing, found.failures);
    }

    private void check(TenantScope worker, VendorConnector connector, Found found) {
        Optional<VendorAccount> account =
                desk.inUnit(worker, () -> desk.ports().accounts().find(worker.clientId(), connector.vendor()));
        account.ifPresent(connected -> {
            switch (connector.standingHooks(connected)) {
                case Result.Err<Optional<Set<StandingHook>>, VendorFailure>(VendorFailure failure) -> {
                    found.failures.add(failure.toString());
                    found.silent.add(connector.vendor());
                }
                case Result.Ok<Optional<Set<StandingHook>>, VendorFailure>(Optional<Set<StandingHook>> told) ->
                    told.ifPresent(standing -> {
                        found.looked++;
                        List<VendorHook> ours = inUse(worker, connector.vendor());
                        if (isHeard(ours, connector.vendor(), standing)) {
                            compare(worker, connector, connected, ours, found);
                        } else {
                            repair(worker, connector, connected, found);
                        }
                    });
            }
        });
    }

    private List<VendorHook> inUse(TenantScope worker, String vendor) {
        return desk.inUnit(worker, () -> desk.ports().hooks().ofClient(worker.clientId(), vendor)).stream()
                .filter(VendorHook::isInUse)
                .toList();
    }

    /** Whether every hook in use stands there with a secret that we believe, and there is one. */
    private boolean isHeard(List<VendorHook> ours, String vendor, Set<StandingHook> standing) {
        return !ours.isEmpty()
                && ours.stream().allMatch(hook -> standing.stream().anyMatch(there -> isOne(hook, vendor, there)));
    }

    private boolean isOne(VendorHook ours, String vendor, StandingHook there) {
        return desk.addresses().address(vendor, ours.hookId()).equals(Optional.of(there.address()))
                && there.secret().map(ours.secrets()::contains).orElse(true);
    }

    private void repair(TenantScope worker, VendorConnector connector, VendorAccount account, Found found) {
        switch (desk.registerHooks(connector, account)) {
            case Result.Ok<List<MadeHook>, VendorFailure>(List<MadeHook> made) -> {
                desk.inUnit(worker, () -> replaced(worker, account, made));
                found.repaired.add(connector.vendor());
            }
            case Result.Err<List<MadeHook>, VendorFailure>(VendorFailure failure) -> {
                desk.inUnit(worker, () -> desk.unheard(account, failure));
                found.failures.add(failure.toString());
                found.open.add(alert(
                        account,
                        "hooks_missing",
                        Alert.Severity.CRITICAL,
                        "A vendor does not take our webhooks.",
                        Map.of(
                                "error",
                                failure.told(),
                                "remedy",
                                "look at the account at the vendor, then connect it again; until then the poll"
                                        + " reads what happens")));
            }
        }
    }

    /** Those that still come to the old ones are believed for a while. */
    private List<MadeHook> replaced(TenantScope worker, VendorAccount account, List<MadeHook> made) {
        VendorHooks hooks = desk.ports().hooks();
        Instant now = desk.now();
        hooks.end(account.clientId(), account.vendor(), now.plus(KeepInboundHooks.OVERLAP));
        made.forEach(hook ->
                hooks.add(VendorHook.made(hook.hookId(), account.vendor(), account.clientId(), hook.secret(), now)));
        desk.ports().accounts().tell(account.clientId(), account.vendor(), VendorAccountState.connected(now));
        desk.audit(
                worker,
                AuditAction.UPDATE,
                account.vendor(),
                Map.of("secret_hooks", new Change("***", "***")),
                Origin.NONE);
        return made;
    }

    /** Hooks that were made within the stretch could not hear all of it. */
    private void compare(
            TenantScope worker, VendorConnector connector, VendorAccount account, List<VendorHook> ours, Found found) {
        Instant until = desk.now().minus(PUSHED_BY_THEN);
        Instant from = until.minus(STRETCH);
        if (ours.stream().anyMatch(hook -> hook.madeAt().isAfter(from))) {
            return;
        }
        switch (connector.happened(account, from, until)) {
            case Result.Err<Map<String, Integer>, VendorFailure>(VendorFailure failure) -> {
                found.failures.add(failure.toString());
                found.silent.add(connector.vendor());
            }
            case Result.Ok<Map<String, Integer>, VendorFailure>(Map<String, Integer> happened) -> {
                List<PushLoss> lost = losses(worker, connector, from, until, happened).stream()
                        .filter(PushLoss::isTelling)
                        .toList();
                if (!lost.isEmpty()) {
                    found.losing.add(connector.vendor());
                }
                lost.forEach(loss -> found.open.add(lost(account, loss)));
            }
        }
    }

    private List<PushLoss> losses(
            TenantScope worker, VendorConnector connector, Instant from, Instant until, Map<String, Integer> happened) {
        List<PushCounts.Count> counts =
                desk.inUnit(worker, () -> pushed.counts(worker.clientId(), connector.vendor(), from, until));
        List<PushLoss> losses = new ArrayList<>();
        happened.forEach((type, number) -> losses.add(new PushLoss(
                type,
                number,
                counts.stream()
                        .filter(count -> count.type().equals(type))
                        .mapToInt(PushCounts.Count::pushed)
                        .sum())));
        counts.stream()
                .filter(count -> connector.typesThatArePolled().contains(count.type()))
                .forEach(count -> losses.add(new PushLoss(count.type(), count.known(), count.pushed())));
        return losses;
    }

    private Alert lost(VendorAccount account, PushLoss loss) {
        Map<String, String> detail = new HashMap<>(loss.told());
        detail.put(
                "remedy",
                "see at the vendor which deliveries failed, and whether our public address answers from outside");
        return alert(
                account,
                "webhooks_lost:" + loss.type(),
                Alert.Severity.WARNING,
                "Webhooks of a vendor are being lost.",
                detail);
    }

    private Alert alert(
            VendorAccount account, String kind, Alert.Severity severity, String title, Map<String, String> detail) {
        Map<String, String> named = new HashMap<>(detail);
        named.put("vendor", account.vendor());
        return Alert.of(
                source(account.vendor()) + ":" + account.clientId().text() + ":" + kind,
                severity,
                source(account.vendor()),
                account.clientId(),
                title,
                named,
                desk.now());
    }

    private static String source(String vendor) {
        return "check_hooks:" + vendor;
    }

    /** What is open is what is so now, of every vendor that answered or is connected no more. */
    private Found told(ClientId client, Found found) {
        found.open.forEach(alerts::raise);
        desk.connectors().keySet().stream()
                .filter(vendor -> !found.silent.contains(vendor))
                .forEach(vendor -> alerts.resolveOthersOf(
                        client,
                        source(vendor),
                        found.open.stream()
                                .filter(alert -> alert.source().equals(source(vendor)))
                                .map(Alert::fingerprint)
                                .toList(),
                        desk.now()));
        return found;
    }
}
