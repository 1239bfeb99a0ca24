/** In-memory stores of the client ports. Rules do not belong here. */
@NullMarked
package io.agencyos.adapters.out.memory.client;

import org.jspecify.annotations.NullMarked;
