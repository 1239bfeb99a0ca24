/**
 * Files that people take out of the house: made by a job, kept for an hour, fetched by those who might have ordered them.
 * What stands in them is told by the contexts whose rows they hold, as {@code Sheet}s.
 */
@NullMarked
package io.agencyos.application.platform.export;

import org.jspecify.annotations.NullMarked;
