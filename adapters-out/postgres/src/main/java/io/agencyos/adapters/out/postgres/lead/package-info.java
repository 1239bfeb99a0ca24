/** Repositories of the lead ports: SQL beside the code that uses it. Rules do not belong here. */
@NullMarked
package io.agencyos.adapters.out.postgres.lead;

import org.jspecify.annotations.NullMarked;
