/** Meetings, deals and the customers they make. How a meeting is found in a calendar does not belong here. */
@NullMarked
package io.agencyos.domain.deal;

import org.jspecify.annotations.NullMarked;
