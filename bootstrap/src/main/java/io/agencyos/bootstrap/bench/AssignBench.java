package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import io.agencyos.application.allocation.AssignPoolLeads;
import io.agencyos.application.allocation.AssignTogether;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Free people of the pool given to fifty clients whose demands are open at the same time, four clients under way at once:
 * every check, claim, lead, credit, score, enrolment, activity and event. Held against four connections that do nothing
 * but lock fifty rows and mark them taken, until as many are: rows of two columns, and rows like those of the pool with
 * their indexes. A first part is assigned before the clock runs, for a server that gives out leads has done so before. A
 * person given to two clients is an error, not a figure.
 */
record AssignBench(Path folder, Path file, int wanted, Consumer<String> progress) {

    private static final int MOST_CLIENTS = 50;
    private static final int FEWEST_CLIENTS = 4;
    private static final int WORKERS = 4;
    private static final int MOST_PER_DEMAND = 1_000;
    private static final int WARMING = 5;
    private static final String SMALL =
            "create table public.free as select id, 'available' status from pool.pool_person";
    private static final String ALIKE = """
        create table public.free (like pool.pool_person including indexes);
        insert into public.free select * from pool.pool_person;
        update public.free set status = 'available';
        """;
    private static final String BARE = """
        update public.free set status = 'claimed' where id in (
            select id from public.free where status = 'available' limit 50 for update skip locked)
        """;

    List<Benchmarks.Figure> measure() throws IOException {
        int clients = Math.clamp(wanted, FEWEST_CLIENTS, MOST_CLIENTS);
        // one of them at least is assigned before the clock runs
        int each = Math.max(2, wanted / clients);
        try (House house = new House(folder, progress)) {
            Product product = house.product();
            int people = new PoolFilling(product).fill(file, each * clients);
            int first = people / clients / WARMING;
            List<AssignTogether.Wish> warming = new ArrayList<>();
            List<AssignTogether.Wish> wishes = new ArrayList<>();
            for (int n = 0; n < clients; n++) {
                ClientId client = PoolFilling.client(product, n).clientId();
                CampaignId campaign = PoolFilling.campaign(product, client);
                if (first > 0) {
                    warming.add(
                            new AssignTogether.Wish(client, campaign, Math.min(first, MOST_PER_DEMAND), 0, "warming"));
                }
                wishes.addAll(wishes(client, campaign, Math.max(1, people / clients - first)));
            }
            assign(product, warming);
            long begun = System.nanoTime();
            int assigned = assign(product, wishes);
            double perSecond = House.Benchmark.perSecond(assigned, begun);
            progress.accept(
                    String.format(Locale.ROOT, "assigned %,d of %,d people to %d clients", assigned, people, clients));
            house.bare(AssignBench::nobodyTwice);
            double small = house.server(server -> bare(server, SMALL, assigned));
            double alike = house.server(server -> bare(server, ALIKE, assigned));
            return List.of(
                    figure("assign", perSecond, "4 x FOR UPDATE SKIP LOCKED and UPDATE, 50 rows of two columns", small),
                    figure("", perSecond, "the same with the pool's columns and indexes", alike));
        }
    }

    private static Benchmarks.Figure figure(String name, double perSecond, String baseline, double bare) {
        return Benchmarks.Figure.ofTimes(name, "leads", perSecond, baseline, bare, "<= 2.0 x");
    }

    private static List<AssignTogether.Wish> wishes(ClientId client, CampaignId campaign, int count) {
        List<AssignTogether.Wish> wishes = new ArrayList<>();
        for (int left = count; left > 0; left -= MOST_PER_DEMAND) {
            wishes.add(new AssignTogether.Wish(client, campaign, Math.min(left, MOST_PER_DEMAND), 0, "bench " + left));
        }
        return wishes;
    }

    private static int assign(Product product, List<AssignTogether.Wish> wishes) {
        int assigned = 0;
        for (AssignTogether.Served served :
                product.allocation().assignTogether().assign(wishes)) {
            if (!(served.outcome() instanceof AssignPoolLeads.Outcome.Done(AssignPoolLeads.Report report))) {
                throw new IllegalStateException("nobody was assigned: " + served.outcome());
            }
            assigned += report.assigned();
        }
        return assigned;
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

    private static double bare(House.Opener server, String rowsOf, int rows) throws SQLException {
        try (Connection connection = server.open();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists public.free");
            statement.execute(rowsOf);
            statement.execute("create unique index on public.free (id)");
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
