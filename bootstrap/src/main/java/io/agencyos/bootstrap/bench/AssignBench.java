package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import io.agencyos.application.allocation.AssignPoolLeads;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.shared.CampaignId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Free people of the pool given to fifty clients by four workers, as the clients' own requests give them: every check,
 * claim, lead, credit, score, enrolment, activity and event. Held against four connections that do nothing but lock fifty
 * rows and mark them taken, until as many are. A person given to two clients is an error, not a figure.
 */
record AssignBench(Path folder, Path file, int wanted, Consumer<String> progress) {

    private static final int CLIENTS = 50;
    private static final int WORKERS = 4;
    private static final int MOST_PER_REQUEST = 1_000;
    private static final String BARE = """
        update public.free set status = 'claimed' where id in (
            select id from public.free where status = 'available' limit 50 for update skip locked)
        """;

    /** A client with its campaign. */
    private record Asking(TenantScope scope, CampaignId campaign) {}

    List<Benchmarks.Figure> measure() throws IOException {
        int each = Math.clamp(wanted / CLIENTS, 1, MOST_PER_REQUEST);
        try (House house = new House(folder, progress)) {
            Product product = house.product();
            int people = new PoolFilling(product).fill(file, each * CLIENTS);
            List<Asking> clients = new ArrayList<>();
            for (int n = 0; n < CLIENTS; n++) {
                TenantScope scope = PoolFilling.client(product, n);
                clients.add(new Asking(scope, PoolFilling.campaign(product, scope.clientId())));
            }
            int share = Math.max(1, people / CLIENTS);
            AtomicInteger assigned = new AtomicInteger();
            ConcurrentLinkedQueue<Asking> waiting = new ConcurrentLinkedQueue<>(clients);
            long begun = System.nanoTime();
            together(() -> {
                for (Asking next = waiting.poll(); next != null; next = waiting.poll()) {
                    assigned.addAndGet(assign(product, next, share));
                }
                return null;
            });
            double perSecond = House.Benchmark.perSecond(assigned.get(), begun);
            progress.accept(String.format(
                    Locale.ROOT, "assigned %,d of %,d people to %d clients", assigned.get(), people, CLIENTS));
            house.bare(AssignBench::nobodyTwice);
            double bare = house.server(server -> bare(server, assigned.get()));
            return List.of(Benchmarks.Figure.ofTimes(
                    "assign",
                    "leads",
                    perSecond,
                    "4 x FOR UPDATE SKIP LOCKED and UPDATE, 50 rows each",
                    bare,
                    "<= 2.0 x"));
        }
    }

    private static int assign(Product product, Asking asking, int count) {
        AssignPoolLeads.Outcome outcome = product.allocation()
                .assignPoolLeads()
                .assign(asking.scope(), new AssignPoolLeads.Request(asking.campaign(), count, "bench", false));
        if (outcome instanceof AssignPoolLeads.Outcome.Done(AssignPoolLeads.Report report)) {
            return report.assigned();
        }
        throw new IllegalStateException("nobody was assigned: " + outcome);
    }

    private static boolean nobodyTwice(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from (select 1 from app.lead group by pool_person_id having count(*) > 1)"
                                + " t")) {
            row.next();
            if (row.getInt(1) > 0) {
                throw new IllegalStateException(row.getInt(1) + " people were given to two clients");
            }
            return true;
        }
    }

    private static double bare(House.Opener server, int rows) throws SQLException {
        try (Connection connection = server.open();
                Statement statement = connection.createStatement()) {
            statement.execute("create table public.free as select id, 'available' status from pool.pool_person");
            statement.execute("alter table public.free add primary key (id)");
            statement.execute("create index on public.free (status)");
            statement.execute("vacuum (analyze) public.free");
        }
        AtomicInteger left = new AtomicInteger(rows);
        long begun = System.nanoTime();
        together(() -> {
            try (Connection own = server.open();
                    Statement statement = own.createStatement()) {
                for (int taken = 1; taken > 0 && left.get() > 0; left.addAndGet(-taken)) {
                    taken = statement.executeUpdate(BARE);
                }
                return null;
            }
        });
        return House.Benchmark.perSecond(rows, begun);
    }

    private static void together(Callable<Void> work) {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<Void>> all = new ArrayList<>();
            for (int n = 0; n < WORKERS; n++) {
                all.add(workers.submit(work));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
