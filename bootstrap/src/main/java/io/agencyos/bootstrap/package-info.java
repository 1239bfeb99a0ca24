/**
 * Configuration, wiring by hand and Main. The only place that knows every module; it holds no rule of its own.
 */
@NullMarked
package io.agencyos.bootstrap;

import org.jspecify.annotations.NullMarked;
