/**
 * What vendors tell: hooks, feeds and polls, the events they are read as, and the store that keeps them before anybody is\n * answered. Ports alone; what an event means for a lead is decided by those who read it.
 */
@NullMarked
package io.agencyos.application.conversation.inbox;

import org.jspecify.annotations.NullMarked;
