package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.lead.PostgresPersonRecords;
import io.agencyos.adapters.out.postgres.lead.PostgresPrivacyRequests;
import io.agencyos.adapters.out.postgres.platform.PostgresExportFiles;
import io.agencyos.application.lead.privacy.AnswerPrivacy;
import io.agencyos.application.lead.privacy.KeepPrivacy;
import io.agencyos.application.lead.privacy.KeepPrivacyService;
import io.agencyos.application.lead.privacy.PrivacyPorts;
import io.agencyos.application.platform.flow.Flow;

/** People who ask what is held of them. */
public final class Privacy {

    private Privacy() {}

    /** What admins order and look at. */
    public static KeepPrivacy keeping(Product product) {
        return new KeepPrivacyService(
                ports(product), product.background().engine().startRun());
    }

    static Flow<?> flow(Product product) {
        return new AnswerPrivacy(ports(product)).flow();
    }

    private static PrivacyPorts ports(Product product) {
        Stores stores = product.stores();
        Basis basis = product.basis();
        return new PrivacyPorts(
                new PostgresPrivacyRequests(),
                new PostgresPersonRecords(),
                stores.leads.suppressions(),
                product::end,
                new PostgresExportFiles(),
                stores.clients,
                stores.sealer,
                stores.audit,
                basis.units(),
                basis.clock(),
                basis.ids());
    }
}
