/**
 * Use cases and ports for what is sent from: domains, mailboxes, their limits and health.
 */
@NullMarked
package io.agencyos.application.resource;

import org.jspecify.annotations.NullMarked;
