/** Time, events, readers and their reactions. No vendor's wire format. */
@NullMarked
package io.agencyos.adapters.out.sandbox.world;

import org.jspecify.annotations.NullMarked;
