/**
 * What comes back: vendors' pushes, the opt-out pages, and replies, conversations and tasks as people read them. Whom to
 * believe and what follows does not belong here.
 */
@NullMarked
package io.agencyos.adapters.in.rest.conversation;

import org.jspecify.annotations.NullMarked;
