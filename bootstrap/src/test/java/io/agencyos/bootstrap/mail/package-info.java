/** The whole product on PostgreSQL with a real mail server in place of the usual vendor; nothing but the vendor differs. */
@NullMarked
package io.agencyos.bootstrap.mail;

import org.jspecify.annotations.NullMarked;
