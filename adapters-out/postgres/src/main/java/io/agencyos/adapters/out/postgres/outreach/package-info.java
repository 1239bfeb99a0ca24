/** Repositories of the send protocol: SQL beside the code that uses it. The rules of the protocol do not belong here. */
@NullMarked
package io.agencyos.adapters.out.postgres.outreach;

import org.jspecify.annotations.NullMarked;
