/** Settings: where they come from, what they may be, what is hidden. Nothing here starts anything. */
@NullMarked
package io.agencyos.bootstrap.config;

import org.jspecify.annotations.NullMarked;
