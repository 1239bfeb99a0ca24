package io.agencyos.adapters.in.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Runs jobs on whichever process of the cluster gets their row. A process that dies loses its turn after a minute without
 * heartbeat, and another takes it. Source: DESIGN 5, outreach 17.
 */
public final class JobRunner implements AutoCloseable {

    static final Duration LOOKED_FOR_EVERY = Duration.ofMillis(500);
    static final Duration HEARTBEAT = Duration.ofSeconds(10);
    static final int MISSED_HEARTBEATS = 6;

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
    /** Orders wait in the table for a process with a free thread, not in a process's own queue, where nobody else gets them. */
    private static final double FETCH_BELOW = 0.5;

    private static final double FETCH_UP_TO = 1.0;

    private final Runnable stop;

    private JobRunner(Runnable stop) {
        this.stop = stop;
    }

    /** Runs nothing: a scheduler that knows no job would still take the orders of others from the table. */
    public static JobRunner idle() {
        return new JobRunner(() -> {});
    }

    /** Starts at once; jobs that are new get their first turn now, and orders that wait are taken. */
    public static JobRunner start(DataSource database, List<Job> jobs, List<Turn> turns) {
        List<RecurringTask<Void>> tasks = jobs.stream().map(JobRunner::task).toList();
        List<Task<?>> orders = turns.stream().<Task<?>>map(JobRunner::order).toList();
        int most = turns.stream().mapToInt(Turn::most).sum();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Scheduler scheduler = Scheduler.create(database, orders)
                .startTasks(tasks)
                .tableName("scheduler.scheduled_tasks")
                .threads(Math.max(1, jobs.size() + most))
                .pollUsingLockAndFetch(FETCH_BELOW, FETCH_UP_TO)
                .enablePriority()
                .executorService(threads)
                .pollingInterval(LOOKED_FOR_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOPS_WITHIN)
                .build();
        scheduler.start();
        return new JobRunner(() -> {
            jobs.forEach(job -> job.leave().run());
            turns.forEach(turn -> turn.leave().run());
            scheduler.stop();
            threads.close();
        });
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                .execute((instance, context) -> job.work().run());
    }

    private static Task<Void> order(Turn turn) {
        return Tasks.oneTime(turn.name())
                .onDeadExecutionRevive()
                .execute((instance, context) -> turn.work().accept(instance.getId()));
    }

    /** Waits for the turns that run, at most 30 seconds, and begins no other. */
    @Override
    public void close() {
        stop.run();
    }
}
