/**
 * What happens next to a lead, or why nothing does: readings for people, which change nothing.
 */
@NullMarked
package io.agencyos.application.outreach.outlook;

import org.jspecify.annotations.NullMarked;
