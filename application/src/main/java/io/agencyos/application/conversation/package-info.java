/**
 * Use cases and ports for what comes back: inbound events, threads, replies, tasks.
 */
@NullMarked
package io.agencyos.application.conversation;

import org.jspecify.annotations.NullMarked;
