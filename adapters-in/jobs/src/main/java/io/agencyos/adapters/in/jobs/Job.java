package io.agencyos.adapters.in.jobs;

import java.time.Duration;

/**
 * Work that comes round again and again, on one process of the cluster at a time.
 *
 * @param name unique, stable across releases: the row that holds its turn is found by it
 * @param every pause between the end of one turn and the beginning of the next
 * @param work must be safe to run twice, and to be cut off anywhere
 * @param leave told when the process is about to end, so that a long turn comes to its end soon
 */
public record Job(String name, Duration every, Runnable work, Runnable leave) {

    /** One whose turns are short. */
    public Job(String name, Duration every, Runnable work) {
        this(name, every, work, () -> {});
    }
}
