/** The knobs that make the world fail on purpose, and whether one strikes. What a strike does is the front's and the vendors' work. */
@NullMarked
package io.agencyos.adapters.out.sandbox.faults;

import org.jspecify.annotations.NullMarked;
