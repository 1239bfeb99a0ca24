/** In-memory stores of the platform ports. Rules do not belong here. */
@NullMarked
package io.agencyos.adapters.out.memory.platform;

import org.jspecify.annotations.NullMarked;
