/** Months in which everything fails that can. Not here: what the use cases do when nothing does. */
@NullMarked
package io.agencyos.bootstrap.simulate;

import org.jspecify.annotations.NullMarked;
