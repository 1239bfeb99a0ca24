/**
 * What every stage of the send protocol stands on: a touch with all that is known around it, the setting of its client and
 * campaign, the facts of its gates, what a unit of work changes, and the outlet and sender desk that each channel fills in.
 * Knows no stage and no channel of its own.
 */
@NullMarked
package io.agencyos.application.outreach.engine;

import org.jspecify.annotations.NullMarked;
