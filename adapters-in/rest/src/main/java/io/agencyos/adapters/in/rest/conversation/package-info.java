/** What comes back: vendors' pushes and the opt-out pages. Whom to believe and what follows does not belong here. */
@NullMarked
package io.agencyos.adapters.in.rest.conversation;

import org.jspecify.annotations.NullMarked;
