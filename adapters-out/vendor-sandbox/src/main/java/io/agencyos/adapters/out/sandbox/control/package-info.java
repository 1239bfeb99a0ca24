/** The sandbox's own routes under /_sandbox: clock, faults, ledger, truth, bookings. */
@NullMarked
package io.agencyos.adapters.out.sandbox.control;

import org.jspecify.annotations.NullMarked;
