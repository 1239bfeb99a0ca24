package io.agencyos.application.client.staff;

import io.agencyos.application.platform.vendor.ConnectVendor.FieldProblem;
import io.agencyos.application.platform.vendor.ConnectVendor.Request;
import io.agencyos.application.platform.vendor.PlatformAccounts;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorAccountState;
import io.agencyos.application.platform.vendor.VendorAccountView;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorForm;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Staff connects the platform's own accounts at vendors, tried before they are stored; keys come in and never go out. Calls the
 * vendor, so never inside a unit of work. Source: api 9.13 {@code P/integrations}.
 */
@PrimaryPort
public final class KeepPlatformAccounts {

    private final PlatformAccounts accounts;
    private final List<VendorConnector> connectors;
    private final StaffTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    /** @param connectors of the vendors at which the platform may have an account */
    public KeepPlatformAccounts(
            PlatformAccounts accounts,
            List<VendorConnector> connectors,
            StaffTrail trail,
            UnitOfWork units,
            ClockPort clock) {
        this.accounts = accounts;
        this.connectors = connectors.stream()
                .sorted(Comparator.comparing(VendorConnector::vendor))
                .toList();
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The account as it stands now. */
        record Kept(VendorAccountView account) implements Outcome {}

        /** The vendor does not take it; nothing was stored. */
        record Rejected(VendorFailure failure) implements Outcome {}

        record Invalid(List<FieldProblem> problems) implements Outcome {

            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** No such vendor, or no account there. */
        record NotFound() implements Outcome {}
    }

    /** Every vendor at which the platform may have an account, by name. */
    public List<VendorAccountView> list() {
        return units.readingPlatform(() -> connectors.stream().map(this::view).toList());
    }

    private VendorAccountView view(VendorConnector connector) {
        return accounts.find(connector.vendor())
                .map(account -> VendorAccountView.of(
                        connector, account, accounts.state(connector.vendor()).orElseThrow(), List.of()))
                .orElseGet(() -> VendorAccountView.notConnected(connector));
    }

    private Optional<VendorConnector> connector(String vendor) {
        return connectors.stream()
                .filter(connector -> connector.vendor().equals(vendor))
                .findFirst();
    }

    public Outcome connect(UserId staff, Request request, Origin origin) {
        return connector(request.vendor())
                .map(connector -> connect(staff, connector, request, origin))
                .orElseGet(Outcome.NotFound::new);
    }

    private Outcome connect(UserId staff, VendorConnector connector, Request request, Origin origin) {
        VendorForm form = new VendorForm(connector, request);
        List<FieldProblem> problems = form.problems();
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        VendorAccount account = form.account(PlatformAccounts.PLATFORM);
        return switch (connector.test(account)) {
            case Result.Err<String, VendorFailure>(VendorFailure failure) -> new Outcome.Rejected(failure);
            case Result.Ok<String, VendorFailure>(String label) ->
                units.onPlatform(() -> stored(staff, connector, account.labelled(label), origin));
        };
    }

    private Outcome stored(UserId staff, VendorConnector connector, VendorAccount account, Origin origin) {
        Optional<VendorAccount> before = accounts.find(account.vendor());
        accounts.save(account);
        accounts.tell(account.vendor(), VendorAccountState.connected(clock.now()));
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put(
                "account_ref", new Change(before.map(VendorAccount::accountRef).orElse(null), account.accountRef()));
        account.credentials()
                .keySet()
                .forEach(name -> changes.put("secret_" + name, new Change(before.isPresent() ? "***" : null, "***")));
        write(staff, before.isPresent() ? AuditAction.UPDATE : AuditAction.CREATE, account.vendor(), changes, origin);
        return new Outcome.Kept(view(connector));
    }

    private void write(UserId staff, AuditAction action, String vendor, Map<String, Change> changes, Origin origin) {
        UUID resource = UUID.nameUUIDFromBytes(("platform_integration/" + vendor).getBytes(StandardCharsets.UTF_8));
        changes.put("vendor", new Change(null, vendor));
        trail.write(staff, action, null, "platform_integration", resource, changes, origin);
    }

    /** Asks the vendor whether the account still works, and remembers what it says. */
    public Outcome test(String vendor) {
        Optional<VendorConnector> connector = connector(vendor);
        Optional<VendorAccount> account = units.onPlatform(() -> accounts.find(vendor));
        if (connector.isEmpty() || account.isEmpty()) {
            return new Outcome.NotFound();
        }
        Result<String, VendorFailure> answer = connector.get().test(account.get());
        return units.onPlatform(() -> heard(connector.get(), answer));
    }

    private Outcome heard(VendorConnector connector, Result<String, VendorFailure> answer) {
        VendorAccountState before =
                accounts.state(connector.vendor()).orElseGet(() -> VendorAccountState.connected(clock.now()));
        return switch (answer) {
            case Result.Ok<String, VendorFailure>(String label) -> {
                accounts.tell(connector.vendor(), VendorAccountState.connected(clock.now()));
                yield new Outcome.Kept(view(connector));
            }
            case Result.Err<String, VendorFailure>(VendorFailure failure) -> {
                accounts.tell(connector.vendor(), before.failed(failure.told(), clock.now()));
                yield new Outcome.Rejected(failure);
            }
        };
    }

    /** Forgets the account and its keys; false where there is none. */
    public boolean disconnect(UserId staff, String vendor, Origin origin) {
        return units.onPlatform(() -> {
            boolean removed = accounts.remove(vendor);
            if (removed) {
                write(staff, AuditAction.DELETE, vendor, new LinkedHashMap<>(), origin);
            }
            return removed;
        });
    }
}
