package io.agencyos.adapters.out.postgres.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjectsContract;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresVendorObjectsTest extends VendorObjectsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @BeforeEach
    void clear() throws SQLException {
        database.clear();
    }

    private static VendorObjects another() {
        return new PostgresVendorObjects(
                database.unitOfWork(), UUID::randomUUID, database.database().pool(DatabaseRole.PLATFORM));
    }

    @Override
    protected VendorObjects objects() {
        return another();
    }

    @Override
    protected ClientId client() {
        return new ClientId(new UUID(0, 1));
    }

    @Override
    protected ClientId otherClient() {
        return new ClientId(new UUID(0, 2));
    }

    @Test
    void two_processes_take_turns() throws InterruptedException {
        CountDownLatch firstIsIn = new CountDownLatch(1);
        CountDownLatch firstMayGo = new CountDownLatch(1);
        CountDownLatch secondIsIn = new CountDownLatch(1);
        Thread first = Thread.startVirtualThread(() -> another().<Boolean>exclusively("one lock", () -> {
            firstIsIn.countDown();
            return await(firstMayGo);
        }));
        assertThat(firstIsIn.await(30, TimeUnit.SECONDS)).isTrue();
        Thread second = Thread.startVirtualThread(() -> another().<Boolean>exclusively("one lock", () -> {
            secondIsIn.countDown();
            return true;
        }));
        assertThat(secondIsIn.await(300, TimeUnit.MILLISECONDS)).isFalse();
        firstMayGo.countDown();
        assertThat(secondIsIn.await(30, TimeUnit.SECONDS)).isTrue();
        first.join();
        second.join();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void no_transaction_is_open_while_the_holder_works() {
        int open = another().<Integer>exclusively("one lock", PostgresVendorObjectsTest::openTransactions);
        assertThat(open).isZero();
    }

    private static int openTransactions() {
        String sql = "select count(*) from pg_stat_activity where state = 'idle in transaction' and datname ="
                + " current_database()";
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(sql)) {
            count.next();
            return count.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
