/**
 * Routes about scores and their reasons. What a score is made of is the domain's; here it is only put into words.
 */
@NullMarked
package io.agencyos.adapters.in.rest.scoring;

import org.jspecify.annotations.NullMarked;
