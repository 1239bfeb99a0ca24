/**
 * What outreach leaves by: domains, mailboxes and numbers, what is lent to whom, warm-up, pacing and health. LinkedIn
 * seats have a room of their own.
 */
@NullMarked
package io.agencyos.domain.resource;

import org.jspecify.annotations.NullMarked;
