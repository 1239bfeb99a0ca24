/**
 * Use cases and ports that score leads. The formula itself is domain code.
 */
@NullMarked
package io.agencyos.application.scoring;

import org.jspecify.annotations.NullMarked;
