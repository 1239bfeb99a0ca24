/**
 * What conversations keep: threads, messages, replies, tasks and the outcomes of touches. Ports alone.
 */
@NullMarked
package io.agencyos.application.conversation.store;

import org.jspecify.annotations.NullMarked;
