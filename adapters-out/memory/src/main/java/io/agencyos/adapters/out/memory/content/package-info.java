/** Stores of content in memory. */
@NullMarked
package io.agencyos.adapters.out.memory.content;

import org.jspecify.annotations.NullMarked;
