/** In-memory stores of the scoring ports. Rules do not belong here. */
@NullMarked
package io.agencyos.adapters.out.memory.scoring;

import org.jspecify.annotations.NullMarked;
