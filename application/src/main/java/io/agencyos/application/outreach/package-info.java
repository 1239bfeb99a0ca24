/**
 * The stages and use cases of the send protocol: plan, draft, approve, commit, dispatch, reconcile, stop. What they stand on
 * is in {@code engine}, each channel in a room of its own. No vendor's word.
 */
@NullMarked
package io.agencyos.application.outreach;

import org.jspecify.annotations.NullMarked;
