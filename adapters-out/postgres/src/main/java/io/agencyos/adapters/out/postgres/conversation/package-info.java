/** Repositories of the conversation: SQL beside the code that uses it. What a reply means does not belong here. */
@NullMarked
package io.agencyos.adapters.out.postgres.conversation;

import org.jspecify.annotations.NullMarked;
