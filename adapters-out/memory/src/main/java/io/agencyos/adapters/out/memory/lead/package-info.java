/** In-memory stores of the lead ports. Rules do not belong here. */
@NullMarked
package io.agencyos.adapters.out.memory.lead;

import org.jspecify.annotations.NullMarked;
