/** What the vendors really did, and the file that outlives the process. */
@NullMarked
package io.agencyos.adapters.out.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
