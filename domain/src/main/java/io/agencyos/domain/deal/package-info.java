/** Meetings and what they lead to. How a meeting is found in a calendar does not belong here. */
@NullMarked
package io.agencyos.domain.deal;

import org.jspecify.annotations.NullMarked;
