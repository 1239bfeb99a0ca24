/**
 * The send protocol: enrolling, and the stages from planning a touch to knowing what became of it. What the stages share,
 * approvals, texts on request, stopping and each channel have rooms of their own.
 */
@NullMarked
package io.agencyos.application.outreach;

import org.jspecify.annotations.NullMarked;
