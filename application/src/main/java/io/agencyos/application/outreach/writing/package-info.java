/**
 * A text before there is a touch: previews of steps and drafts on request.
 */
@NullMarked
package io.agencyos.application.outreach.writing;

import org.jspecify.annotations.NullMarked;
