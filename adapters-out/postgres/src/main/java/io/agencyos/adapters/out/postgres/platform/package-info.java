/** Repositories of the platform ports: SQL beside the code that uses it. Rules do not belong here. */
@NullMarked
package io.agencyos.adapters.out.postgres.platform;

import org.jspecify.annotations.NullMarked;
