package io.agencyos.bootstrap;

import io.agencyos.adapters.in.cli.Maintenance.Finding;
import io.agencyos.adapters.out.security.InstallationSecretUnusable;
import io.agencyos.application.platform.vendor.ListVendorAccounts;
import io.agencyos.application.platform.vendor.TestVendorAccount;
import io.agencyos.application.platform.vendor.VendorAccountView;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.platform.AuditEntry.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What can be looked at once the database is open: the keys, the clock, and every account at a vendor. Source: DESIGN 5. */
final class Examination {

    /** So far apart the clocks of processes may be. Source: flows 4, row 16. */
    private static final Duration MOST_APART = Duration.ofSeconds(30);

    private Examination() {}

    static List<Finding> of(Supplier<Running> open) {
        List<Finding> findings = new ArrayList<>();
        try (Running running = open.get()) {
            findings.add(new Finding("keys", true, "what is stored can be opened", ""));
            findings.add(clocks(running.product().basis().clock().now(), running.databaseTime()));
            findings.addAll(models(running.product()));
            findings.addAll(accounts(running.product()));
        } catch (InstallationSecretUnusable | SettingRefused unusable) {
            findings.add(new Finding(
                    "keys", false, String.valueOf(unusable.getMessage()), "put the key back that was kept apart"));
        } catch (StorageUnavailable gone) {
            findings.add(new Finding("database", false, String.valueOf(gone.getMessage()), "look at its log"));
        }
        return findings;
    }

    static Finding clocks(Instant ours, Instant theirs) {
        Duration apart = Duration.between(ours, theirs).abs();
        return new Finding(
                "clock",
                apart.compareTo(MOST_APART) <= 0,
                apart.toSeconds() == 0
                        ? "as the database's"
                        : apart.toSeconds() + " s " + (ours.isBefore(theirs) ? "behind" : "before") + " the database's",
                "let both machines take their time from the network");
    }

    /** A model that is gone is known before a lead is worth it. */
    private static List<Finding> models(Product product) {
        return product.calling().models().look().entrySet().stream()
                .map(seen -> seen.getValue()
                        .fold(
                                name -> new Finding(
                                        "models", true, seen.getKey().wire() + ": " + name, ""),
                                failure -> new Finding(
                                        "models",
                                        false,
                                        "class " + seen.getKey().wire() + ": " + failure.told(),
                                        "name another model of this class or another key; until then rules write")))
                .toList();
    }

    /** Each vendor is asked, so that a key which was withdrawn there is known before anything is to leave. */
    private static List<Finding> accounts(Product product) {
        List<Finding> findings = new ArrayList<>();
        List<Client> clients = product.basis().units().onPlatform(product.stores().clients::allLive);
        for (Client client : clients) {
            TenantScope scope = TenantScope.worker(client.id());
            if (product.vendors().list().list(scope) instanceof ListVendorAccounts.Outcome.Listed(var accounts)) {
                accounts.stream()
                        .filter(account -> account.account() != null)
                        .map(VendorAccountView::vendor)
                        .forEach(vendor -> {
                            Finding key = account(product, client, vendor);
                            findings.add(key);
                            if (key.well()) {
                                findings.addAll(inUse(product, client, vendor));
                            }
                        });
            }
        }
        return findings;
    }

    /** What a key that works does not show, such as hooks that the vendor cannot reach. */
    private static List<Finding> inUse(Product product, Client client, String vendor) {
        return product.vendors().test().examine(TenantScope.worker(client.id()), vendor, Origin.NONE).stream()
                .map(why -> new Finding(
                        "account",
                        false,
                        vendor + " of " + client.name() + ": " + why,
                        "mend it at the vendor, then ask again"))
                .toList();
    }

    private static Finding account(Product product, Client client, String vendor) {
        String whose = vendor + " of " + client.name();
        String advice = "agency-os connect " + vendor + " --client " + client.slug() + " --account …";
        return switch (product.vendors().test().test(TenantScope.worker(client.id()), vendor, Origin.NONE)) {
            case TestVendorAccount.Outcome.Works(VendorAccountView works) ->
                new Finding(
                        "account",
                        true,
                        String.join(
                                ", ",
                                Stream.concat(
                                                Stream.of(
                                                        whose, works.connected().accountRef()),
                                                product.left(client.id(), vendor).stream())
                                        .toList()),
                        "");
            case TestVendorAccount.Outcome.Rejected(var failure) ->
                new Finding("account", false, whose + ": " + failure.told(), advice);
            case TestVendorAccount.Outcome.NotConnected _ -> new Finding("account", true, whose + ", taken away", "");
            case TestVendorAccount.Outcome.UnknownVendor _ ->
                new Finding("account", false, whose + " is of a vendor that this program does not know", advice);
            case TestVendorAccount.Outcome.RoleRequired _ ->
                throw new IllegalStateException("the command line acts as the product itself");
        };
    }
}
