/** Repositories of the resource ports: SQL beside the code that uses it. Rules do not belong here. */
@NullMarked
package io.agencyos.adapters.out.postgres.resource;

import org.jspecify.annotations.NullMarked;
