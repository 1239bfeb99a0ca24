/** Repositories of the scoring ports: SQL beside the code that uses it. Rules do not belong here. */
@NullMarked
package io.agencyos.adapters.out.postgres.scoring;

import org.jspecify.annotations.NullMarked;
