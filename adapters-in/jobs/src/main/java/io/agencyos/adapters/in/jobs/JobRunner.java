package io.agencyos.adapters.in.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
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

    private static final Duration LOOKED_FOR_EVERY = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private final Scheduler scheduler;
    private final ExecutorService threads;

    private JobRunner(Scheduler scheduler, ExecutorService threads) {
        this.scheduler = scheduler;
        this.threads = threads;
    }

    /** Starts at once; jobs that are new get their first turn now. */
    public static JobRunner start(DataSource database, List<Job> jobs) {
        List<RecurringTask<Void>> tasks = jobs.stream().map(JobRunner::task).toList();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Scheduler scheduler = Scheduler.create(database)
                .startTasks(tasks)
                .tableName("scheduler.scheduled_tasks")
                .threads(Math.max(1, jobs.size()))
                .executorService(threads)
                .pollingInterval(LOOKED_FOR_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(STOPS_WITHIN)
                .build();
        scheduler.start();
        return new JobRunner(scheduler, threads);
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                .execute((instance, context) -> job.work().run());
    }

    /** Waits for the turns that run, at most 20 seconds, and begins no other. */
    @Override
    public void close() {
        scheduler.stop();
        threads.close();
    }
}
