/** Chance by hashing. Knows nothing of people, mail or vendors. */
@NullMarked
package io.agencyos.adapters.out.sandbox.dice;

import org.jspecify.annotations.NullMarked;
