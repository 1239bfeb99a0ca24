/**
 * Recurring and one-off work: when a use case runs and on which process. What it does is the use case's own affair.
 */
@NullMarked
package io.agencyos.adapters.in.jobs;

import org.jspecify.annotations.NullMarked;
