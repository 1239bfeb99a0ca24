package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresApiKeys;
import io.agencyos.adapters.out.postgres.client.PostgresInvitations;
import io.agencyos.adapters.out.postgres.client.PostgresUsers;
import io.agencyos.adapters.out.postgres.platform.PostgresWebhookDeliveries;
import io.agencyos.adapters.out.postgres.platform.PostgresWebhookEndpoints;
import io.agencyos.adapters.out.security.PinnedWebhookPost;
import io.agencyos.application.client.access.AccessPorts;
import io.agencyos.application.client.access.AccessUseCases;
import io.agencyos.application.platform.ReadAudit;
import io.agencyos.application.platform.ReadAuditService;
import io.agencyos.application.platform.webhook.WebhookPorts;
import io.agencyos.application.platform.webhook.WebhookUseCases;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What an agency's own programs and its members' access need, wired on PostgreSQL; it keeps nothing of its own. */
public final class Programs {

    private final AccessUseCases access;
    private final WebhookUseCases webhooks;
    private final ReadAudit readAudit;

    public Programs(Product product) {
        Basis basis = product.basis();
        Stores stores = product.stores();
        AccessPorts ports = new AccessPorts(
                stores.clients, new PostgresUsers(), new PostgresInvitations(), new PostgresApiKeys(), stores.audit);
        access = new AccessUseCases(ports, basis.units(), basis.clock(), basis.ids(), basis.random());
        webhooks = new WebhookUseCases(
                new WebhookPorts(
                        new PostgresWebhookEndpoints(stores.sealer),
                        new PostgresWebhookDeliveries(),
                        PinnedWebhookPost.toPublicAddresses(),
                        stores.alerts,
                        stores.audit),
                basis.units(),
                basis.clock(),
                basis.ids(),
                basis.random(),
                Programs::together);
        readAudit = new ReadAuditService(stores.audit, basis.units());
    }

    /** A request waits for its receiver and for nothing else. */
    private static void together(List<Runnable> requests) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            requests.forEach(threads::execute);
        }
    }

    public WebhookUseCases webhooks() {
        return webhooks;
    }

    public ReadAudit readAudit() {
        return readAudit;
    }

    public AccessUseCases access() {
        return access;
    }
}
