/**
 * What every change of a campaign keeps to: who may, one at a time, and a line in the log.
 */
@NullMarked
package io.agencyos.application.campaign.change;

import org.jspecify.annotations.NullMarked;
