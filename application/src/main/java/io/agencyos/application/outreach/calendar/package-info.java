/**
 * Public holidays by state: read, remembered for a while, and watched so that the table never runs out unnoticed.
 */
@NullMarked
package io.agencyos.application.outreach.calendar;

import org.jspecify.annotations.NullMarked;
