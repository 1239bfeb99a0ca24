/**
 * The life of a campaign: activated, paused, resumed, completed, deleted, and its place among the client's others.
 */
@NullMarked
package io.agencyos.application.campaign.lifecycle;

import org.jspecify.annotations.NullMarked;
