/**
 * What allocation keeps: runs, candidates of the pool, holdings, vetoes, and what others tell it of clients and companies.
 * Ports alone; they know nothing of the use cases that work with them.
 */
@NullMarked
package io.agencyos.application.allocation.store;

import org.jspecify.annotations.NullMarked;
