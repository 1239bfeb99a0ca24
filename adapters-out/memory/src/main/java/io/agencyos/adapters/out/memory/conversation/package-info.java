/**
 * Fakes of the ports of conversation.
 */
@NullMarked
package io.agencyos.adapters.out.memory.conversation;

import org.jspecify.annotations.NullMarked;
