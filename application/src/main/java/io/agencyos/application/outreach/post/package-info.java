/**
 * Letters as an outlet: what a piece costs, who prints and posts it, and what became of it.
 */
@NullMarked
package io.agencyos.application.outreach.post;

import org.jspecify.annotations.NullMarked;
