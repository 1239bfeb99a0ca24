/** Stores of content in PostgreSQL. */
@NullMarked
package io.agencyos.adapters.out.postgres.content;

import org.jspecify.annotations.NullMarked;
