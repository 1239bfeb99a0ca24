/**
 * Tables, transactions and the movable clock that the in-memory adapters stand on. They refuse what PostgreSQL refuses:
 * a foreign tenant's row, a second row of one key, work outside a unit of work. No table of a context belongs here.
 */
@NullMarked
package io.agencyos.adapters.out.memory.kernel;

import org.jspecify.annotations.NullMarked;
