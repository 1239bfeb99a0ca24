package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresClientBook;
import io.agencyos.adapters.out.postgres.client.PostgresPlatformRulebook;
import io.agencyos.adapters.out.postgres.platform.PostgresDefects;
import io.agencyos.adapters.out.postgres.platform.PostgresSharedBuckets;
import io.agencyos.application.client.staff.KeepClients;
import io.agencyos.application.client.staff.KeepClientsService;
import io.agencyos.application.client.staff.KeepPlatformRules;
import io.agencyos.application.client.staff.StaffTrail;
import io.agencyos.application.conversion.everywhere.ReadCosts;
import io.agencyos.application.platform.KeepDefects;
import io.agencyos.application.platform.KeepDenials;
import io.agencyos.application.platform.ShareBuckets;
import io.agencyos.application.platform.usage.ReadVendorCosts;

/** What staff of the platform works with, whether it asks by a route or a job does. */
public final class Staff {

    private Staff() {}

    public static StaffTrail trail(Product product) {
        Basis basis = product.basis();
        return new StaffTrail(product.stores().audit, basis.clock(), basis.ids());
    }

    /** What clients cost at vendors. */
    public static ReadVendorCosts vendorCosts(Product product) {
        return new ReadVendorCosts(product.stores().vendorUsage, product.basis().units());
    }

    /** What clients cost in all. */
    public static ReadCosts costs(Product product) {
        return new ReadCosts(
                vendorCosts(product),
                product.stores().spendLedger,
                product.plans().billing().readRevenue(),
                product.basis().units(),
                product.basis().clock());
    }

    static KeepPlatformRules platformRules(Product product) {
        Basis basis = product.basis();
        return new KeepPlatformRules(
                new PostgresPlatformRulebook(product.stores().sealer),
                trail(product),
                basis.units(),
                basis.clock(),
                product.stores().freeMail);
    }

    /** Where the product itself fails. */
    public static KeepDefects defects(Product product) {
        Basis basis = product.basis();
        return new KeepDefects(
                new PostgresDefects(), product.stores().audit, basis.units(), basis.clock(), basis.ids());
    }

    /** Who was refused what. */
    public static KeepDenials denials(Product product) {
        Basis basis = product.basis();
        return new KeepDenials(product.stores().audit, basis.units(), basis.clock(), basis.ids());
    }

    /** How often each caller may still ask, for all processes that serve this database. */
    public static ShareBuckets sharedLimits(Product product) {
        Basis basis = product.basis();
        return new ShareBuckets(new PostgresSharedBuckets(), basis.units(), basis.clock());
    }

    /** Clients and how they fare. */
    public static KeepClients clients(Product product) {
        return new KeepClientsService(
                new PostgresClientBook(),
                product.stores().clients,
                product.campaigns().haltOutreach(),
                trail(product),
                product.basis().units(),
                product.basis().clock());
    }
}
