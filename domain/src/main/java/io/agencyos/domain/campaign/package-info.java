/**
 * Campaigns: settings and their bounds, life and priority, channels, senders, consent and modes of permission. Sequences,
 * enrolments and the checks of activation have rooms of their own.
 */
@NullMarked
package io.agencyos.domain.campaign;

import org.jspecify.annotations.NullMarked;
