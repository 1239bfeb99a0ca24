/** In-memory stores of the campaign ports. Rules do not belong here. */
@NullMarked
package io.agencyos.adapters.out.memory.campaign;

import org.jspecify.annotations.NullMarked;
