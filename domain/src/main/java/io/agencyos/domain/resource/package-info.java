/** What is sent from: mailboxes and their domains, health, warm-up, limits. Not when or to whom. */
@NullMarked
package io.agencyos.domain.resource;

import org.jspecify.annotations.NullMarked;
