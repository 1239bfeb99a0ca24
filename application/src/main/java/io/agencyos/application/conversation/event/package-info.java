/**
 * What channels report that is not an answer: deliveries and their failures, calls, connections, and what seats say of
 * themselves.
 */
@NullMarked
package io.agencyos.application.conversation.event;

import org.jspecify.annotations.NullMarked;
