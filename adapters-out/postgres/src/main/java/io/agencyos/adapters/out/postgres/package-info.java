/**
 * PostgreSQL: repositories, migrations, tenancy and the embedded server. SQL lives here and nowhere else; business
 * rules do not.
 */
@NullMarked
package io.agencyos.adapters.out.postgres;

import org.jspecify.annotations.NullMarked;
