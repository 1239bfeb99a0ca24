/**
 * Use cases and ports for campaigns, sequences and enrolments. Whether a touch may leave is decided in {@code outreach}.
 */
@NullMarked
package io.agencyos.application.campaign;

import org.jspecify.annotations.NullMarked;
