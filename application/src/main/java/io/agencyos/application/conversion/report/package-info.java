/**
 * What outreach came to, in figures over days, channels, hours, campaigns and deals. How a funnel is counted stands one
 * package up; what is learned from figures does not belong here.
 */
@NullMarked
package io.agencyos.application.conversion.report;

import org.jspecify.annotations.NullMarked;
