/** Fakes of the stores of meetings, deals and customers. What a deal means does not belong here. */
@NullMarked
package io.agencyos.adapters.out.memory.deal;

import org.jspecify.annotations.NullMarked;
