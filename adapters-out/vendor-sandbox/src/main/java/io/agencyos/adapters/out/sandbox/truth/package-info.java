/** The planted odds, readable in one class. What happens by them is decided in the world. */
@NullMarked
package io.agencyos.adapters.out.sandbox.truth;

import org.jspecify.annotations.NullMarked;
