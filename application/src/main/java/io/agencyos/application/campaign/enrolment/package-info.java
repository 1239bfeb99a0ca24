/**
 * How leads get into a campaign and out of it, as those ask for it who do not do it.
 */
@NullMarked
package io.agencyos.application.campaign.enrolment;

import org.jspecify.annotations.NullMarked;
