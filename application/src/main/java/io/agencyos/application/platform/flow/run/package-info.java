/**
 * What a run is made of: its steps and items, how it ended, what blocks it, and its figures.
 */
@NullMarked
package io.agencyos.application.platform.flow.run;

import org.jspecify.annotations.NullMarked;
