package io.agencyos.adapters.out.postgres.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.resource.lending.LendingStoriesContract;
import io.agencyos.application.resource.lending.LendingWorld;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceSource;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLendingTest extends LendingStoriesContract {

    private static final Instant NOW = Instant.parse("2026-03-01T13:00:00Z");

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected LendingWorld world() {
        return new LendingWorld(
                database.unitOfWork(),
                new PostgresLentResources(UUID::randomUUID),
                new PostgresSendingNumbers(),
                new PostgresMailboxes(UUID::randomUUID),
                new PostgresUsedToday(),
                new PostgresClients(UUID::randomUUID),
                new PostgresCredits(UUID::randomUUID),
                new PostgresAlerts(UUID::randomUUID),
                new PostgresEvents(),
                new PostgresAudit());
    }

    @Test // RES-3: row-locked with skip of locked rows: a resource is never given twice
    void ten_clients_that_take_at_once_never_share_a_dedicated_resource() throws Exception {
        PostgresLentResources resources = new PostgresLentResources(UUID::randomUUID);
        for (int i = 0; i < 12; i++) {
            LentResource one = stock(i);
            database.unitOfWork().onPlatform(() -> resources.add(one));
        }
        List<Callable<List<LentResource>>> takers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ClientId client = new ClientId(UUID.randomUUID());
            takers.add(() -> database.unitOfWork()
                    .inTenant(
                            TenantScope.worker(client),
                            () -> resources.take(client, ResourceKind.EMAIL_DOMAIN, 2, NOW)));
        }
        List<ResourceId> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<LentResource>> taker : threads.invokeAll(takers)) {
                taker.get().forEach(one -> taken.add(one.id()));
            }
        }
        assertThat(taken).doesNotHaveDuplicates().hasSizeGreaterThan(1).hasSizeLessThanOrEqualTo(12);
    }

    private static LentResource stock(int number) {
        return new LentResource(
                new ResourceId(UUID.randomUUID()),
                ResourceKind.EMAIL_DOMAIN,
                "race" + number + "-" + UUID.randomUUID() + ".example",
                null,
                new ResourceSource("sandbox", null, null),
                ResourceStatus.AVAILABLE,
                1,
                0,
                50,
                DomainHealth.GOOD,
                true,
                null,
                null,
                null,
                NOW,
                0);
    }
}
