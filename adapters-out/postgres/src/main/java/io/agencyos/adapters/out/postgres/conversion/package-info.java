/** Reports in SQL, one statement each. What is learned from them does not belong here. */
@NullMarked
package io.agencyos.adapters.out.postgres.conversion;

import org.jspecify.annotations.NullMarked;
