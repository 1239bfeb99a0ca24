package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks.Figure;
import io.agencyos.bootstrap.simulate.SendingRig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * E-mails through commit, call and outcome against a sandbox on this machine, beside as many commits of the well-known
 * account, teller, branch and history transaction on the same database. Source: issue 4, bench.
 */
final class OutreachBench implements House.Benchmark {

    private static final int MOST_CLIENTS = 64;
    private static final int ROWS_FOR_A_CLIENT = 1_000;
    private static final int LANES = 4;
    private static final int MOST_WARM_UP = 4 * LANES;
    private static final int ACCOUNTS = 100_000;
    private static final int BRANCHES = 10;
    private static final int COMMITS_OF_A_TOUCH = 4;

    private final int clients;

    /** @param rows how many leads others have: few are a sign that little time is to be taken */
    OutreachBench(int rows) {
        clients = Math.clamp(rows / ROWS_FOR_A_CLIENT, 1, MOST_CLIENTS);
    }

    @Override
    public List<Figure> measure(House house) throws IOException {
        house.bare(OutreachBench::prepared);
        DataSource pool = house.product().basis().platformPool();
        try (SendingRig rig = new SendingRig(house.product())) {
            // the first of each lane find a process in which nothing was ever sent, and say nothing of one that runs
            int first = Math.min(MOST_WARM_UP, 2 * clients);
            rig.prepare(first + clients);
            rig.send(first, LANES);
            int due = rig.due();
            long before = commits(pool);
            long begun = System.nanoTime();
            int sent = rig.send(clients, LANES);
            double seconds = (System.nanoTime() - begun) / 1e9;
            long commits = commits(pool) - before;
            double perSecond = baseline(pool, Math.max(clients * 500, (int) commits));
            double touches = sent / seconds;
            return List.of(
                    new Figure(
                            "outreach",
                            String.format(Locale.ROOT, "%,.0f touches/s", touches),
                            String.format(Locale.ROOT, "%.3f", touches * COMMITS_OF_A_TOUCH / perSecond),
                            ">= 0.5",
                            String.format(
                                    Locale.ROOT,
                                    "%,.0f commits/s of a pgbench-like transaction, the protocol's four a touch",
                                    perSecond)),
                    new Figure(
                            "the same",
                            String.format(Locale.ROOT, "%,d of %,d due", sent, due),
                            String.format(Locale.ROOT, "%.3f", commits / seconds / perSecond),
                            "",
                            String.format(Locale.ROOT, "by the %,d commits that wrote", commits)));
        } catch (SQLException failed) {
            throw new IOException("the baseline was refused", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    /** Transactions that wrote, so far: each takes a number, and the server's count of commits comes a second late. */
    private static long commits(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Commits a second. */
    private static double baseline(DataSource pool, int transactions) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        List<Callable<Boolean>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(() -> transact(pool, transactions / LANES));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
            for (Future<Boolean> one : threads.invokeAll(lanes)) {
                if (one.state() == Future.State.FAILED) {
                    throw new SQLException(one.exceptionNow());
                }
            }
        }
        return transactions * 1e9 / (System.nanoTime() - begun);
    }

    private static boolean transact(DataSource pool, int times) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < times; i++) {
                int account = ThreadLocalRandom.current().nextInt(ACCOUNTS);
                int branch = ThreadLocalRandom.current().nextInt(BRANCHES);
                run(connection, "update app.bench_account set balance = balance + 1 where id = ?", account);
                run(connection, "select balance from app.bench_account where id = ?", account);
                run(connection, "update app.bench_teller set balance = balance + 1 where id = ?", branch * 10 + i % 10);
                run(connection, "update app.bench_branch set balance = balance + 1 where id = ?", branch);
                run(connection, "insert into app.bench_history (account) values (?)", account);
                connection.commit();
            }
            return true;
        }
    }

    private static void run(Connection connection, String sql, int value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, value);
            statement.execute();
        }
    }

    private static boolean prepared(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            table(statement, "bench_account", ACCOUNTS);
            table(statement, "bench_teller", BRANCHES * 10);
            table(statement, "bench_branch", BRANCHES);
            statement.execute("create table app.bench_history (account int not null, at timestamptz default now())");
            return statement.execute("grant insert on app.bench_history to public");
        }
    }

    private static void table(Statement statement, String name, int rows) throws SQLException {
        statement.execute("create table app." + name + " (id int primary key, balance int not null)");
        statement.execute("insert into app." + name + " select n, 0 from generate_series(0, " + (rows - 1) + ") n");
        statement.execute("grant select, update on app." + name + " to public");
        statement.execute("vacuum (analyze) app." + name);
    }
}
