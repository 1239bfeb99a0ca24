/**
 * E-mail over plain SMTP and IMAP behind the e-mail ports. Mail library types stay in this package.
 */
@NullMarked
package io.agencyos.adapters.out.smtpimap;

import org.jspecify.annotations.NullMarked;
