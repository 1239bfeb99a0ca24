/**
 * The database kernel: the embedded server, roles, migrations, pools, the unit of work and thin JDBI helpers. Repositories
 * of the contexts build on it; it knows no context and no table but its own.
 */
@NullMarked
package io.agencyos.adapters.out.postgres.kernel;

import org.jspecify.annotations.NullMarked;
