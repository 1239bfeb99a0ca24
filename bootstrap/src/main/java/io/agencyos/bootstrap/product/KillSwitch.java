package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresUsers;
import io.agencyos.application.platform.PullEmergencyStop;
import io.agencyos.application.platform.PullEmergencyStopService;
import io.agencyos.application.platform.vendor.VendorConnector;
import java.util.stream.Collectors;

/** The platform's emergency stops, on the product's stores. */
public final class KillSwitch {

    private KillSwitch() {}

    public static PullEmergencyStop of(Product product) {
        Basis basis = product.basis();
        return new PullEmergencyStopService(
                product.stores().emergencyStops,
                product.connectors().stream().map(VendorConnector::vendor).collect(Collectors.toSet()),
                new PostgresUsers()::platformAdmins,
                product.stores().audit,
                basis.units(),
                basis.clock(),
                basis.ids());
    }
}
