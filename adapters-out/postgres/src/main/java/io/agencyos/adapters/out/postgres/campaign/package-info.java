/** Repositories of the campaign ports: SQL beside the code that uses it. Rules do not belong here. */
@NullMarked
package io.agencyos.adapters.out.postgres.campaign;

import org.jspecify.annotations.NullMarked;
