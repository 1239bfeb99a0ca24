/** Repositories of meetings: SQL beside the code that uses it. What a booking means does not belong here. */
@NullMarked
package io.agencyos.adapters.out.postgres.deal;

import org.jspecify.annotations.NullMarked;
