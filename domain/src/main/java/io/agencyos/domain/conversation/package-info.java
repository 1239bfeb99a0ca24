/** Threads, messages and what a reply means. Reading a vendor's mail does not belong here. */
@NullMarked
package io.agencyos.domain.conversation;

import org.jspecify.annotations.NullMarked;
