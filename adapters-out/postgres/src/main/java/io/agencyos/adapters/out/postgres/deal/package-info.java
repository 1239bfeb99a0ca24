/** Repositories of meetings, deals and customers: SQL beside the code that uses it. What a deal means does not belong here. */
@NullMarked
package io.agencyos.adapters.out.postgres.deal;

import org.jspecify.annotations.NullMarked;
