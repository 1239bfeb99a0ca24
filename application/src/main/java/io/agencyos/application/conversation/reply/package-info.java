/**
 * From a message to what follows of it: whose answer it is, what it says, what that ends, pauses or begins, and how a
 * reading is taken back.
 */
@NullMarked
package io.agencyos.application.conversation.reply;

import org.jspecify.annotations.NullMarked;
