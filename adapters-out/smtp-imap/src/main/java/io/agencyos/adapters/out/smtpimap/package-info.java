/**
 * E-mail over plain SMTP and IMAP behind the e-mail ports, for any mail server. Here: the dialogue with it, MIME, bounce
 * formats and what each answer means. Not here: when and to whom to send, what a reply means. Types of the mail library
 * stay in this package. How it works: docs/guide/vendors/smtp-imap.md.
 */
@NullMarked
package io.agencyos.adapters.out.smtpimap;

import org.jspecify.annotations.NullMarked;
