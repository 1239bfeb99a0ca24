/** Fakes of the stores of meetings. What a booking means does not belong here. */
@NullMarked
package io.agencyos.adapters.out.memory.deal;

import org.jspecify.annotations.NullMarked;
