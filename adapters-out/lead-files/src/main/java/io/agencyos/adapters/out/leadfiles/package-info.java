/** Reads tables of leads from bytes. What a column means and what becomes of a row is not decided here. */
@NullMarked
package io.agencyos.adapters.out.leadfiles;

import org.jspecify.annotations.NullMarked;
