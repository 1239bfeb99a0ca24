/**
 * E-mail as an outlet: which mailbox sends, what is written, how a message is handed over and how one unsubscribes.
 */
@NullMarked
package io.agencyos.application.outreach.mail;

import org.jspecify.annotations.NullMarked;
