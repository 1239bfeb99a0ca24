/**
 * Telling members what happens in their clients: from the outbox, once each, as they wish. Letters about accounts are
 * {@code client.identity}'s.
 */
@NullMarked
package io.agencyos.application.conversation.notice;

import org.jspecify.annotations.NullMarked;
