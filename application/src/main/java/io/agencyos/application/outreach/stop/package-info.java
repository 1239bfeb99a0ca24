/**
 * How outreach ends at once: nothing more is sent, what vendors hold is asked back, people hear that they are heard, and
 * their houses with them.
 */
@NullMarked
package io.agencyos.application.outreach.stop;

import org.jspecify.annotations.NullMarked;
