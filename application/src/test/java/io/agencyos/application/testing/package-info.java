/** Invented data for tests of every module. */
@NullMarked
package io.agencyos.application.testing;

import org.jspecify.annotations.NullMarked;
