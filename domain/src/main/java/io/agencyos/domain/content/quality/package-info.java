/**
 * Checks of a finished text as an ordered list. What is done about a failed check does not belong here.
 */
@NullMarked
package io.agencyos.domain.content.quality;

import org.jspecify.annotations.NullMarked;
