package io.agencyos.adapters.out.postgres.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.AuditRetentionContract;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditRetention;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAuditRetentionTest extends AuditRetentionContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Audit audit() {
        return new PostgresAudit();
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected void empty() {
        run("delete from app.audit_log");
    }

    private static void run(String sql) {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test // api 6: append-only; a platform setting of at least 90 days
    void a_clock_that_runs_ahead_removes_nothing_young_and_no_client_removes_anything() {
        empty();
        run("""
            insert into app.audit_log (client_id, id, at, actor_kind, action, outcome, resource_type)
            values (gen_random_uuid(), gen_random_uuid(), now() - interval '89 days', 'system', 'update', 'ok', 'lead')
            """);
        Instant ahead = Instant.now().plus(Duration.ofDays(10_000));

        assertThat(units().<Integer>onPlatform(() -> audit().removeOld(ahead, AuditRetention.USUAL, 10)))
                .isZero();
        TenantScope worker = TenantScope.worker(new ClientId(UUID.randomUUID()));
        assertThatThrownBy(() -> units().inTenant(worker, () -> audit().removeOld(ahead, AuditRetention.USUAL, 10)))
                .hasMessageContaining("permission denied");
    }
}
