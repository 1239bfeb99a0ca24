/** Reports over the other fakes' tables. What is learned from them does not belong here. */
@NullMarked
package io.agencyos.adapters.out.memory.conversion;

import org.jspecify.annotations.NullMarked;
