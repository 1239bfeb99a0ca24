package io.agencyos.adapters.in.jobs;

import java.util.function.Consumer;

/**
 * Orders that somebody else puts into the scheduler's table, each executed once, by whichever process gets it.
 *
 * @param name of the orders
 * @param work given the order's own name; must be safe to run twice, and to be cut off anywhere
 * @param most of them at the same time on this process
 * @param leave told when the process is about to end, so that what it executes comes to an end soon
 */
public record Turn(String name, Consumer<String> work, int most, Runnable leave) {}
