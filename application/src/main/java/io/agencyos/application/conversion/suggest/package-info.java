/**
 * Suggestions for campaigns from what was learned: made by rules, kept so that what was shown is what is done, applied only
 * when a person accepts. What follows from numbers is the domain's.
 */
@NullMarked
package io.agencyos.application.conversion.suggest;

import org.jspecify.annotations.NullMarked;
