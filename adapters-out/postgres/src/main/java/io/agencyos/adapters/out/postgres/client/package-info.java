/** Repositories of the client ports: SQL beside the code that uses it. Rules do not belong here. */
@NullMarked
package io.agencyos.adapters.out.postgres.client;

import org.jspecify.annotations.NullMarked;
