/**
 * Use cases and ports of the send protocol: plan, draft, approve, commit, dispatch, reconcile, stop. No vendor's word.
 */
@NullMarked
package io.agencyos.application.outreach;

import org.jspecify.annotations.NullMarked;
