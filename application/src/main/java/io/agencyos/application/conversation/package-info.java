/**
 * How answers come in and go out: webhooks and polling, the inbox's work, answers and drafts, unsubscribing, and the guard
 * over complaints. What a reply does, what channels report and what is kept have rooms of their own.
 */
@NullMarked
package io.agencyos.application.conversation;

import org.jspecify.annotations.NullMarked;
