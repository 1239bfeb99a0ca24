/**
 * A touch, what may become of it, and who may move it from state to state.
 */
@NullMarked
package io.agencyos.domain.outreach.touch;

import org.jspecify.annotations.NullMarked;
