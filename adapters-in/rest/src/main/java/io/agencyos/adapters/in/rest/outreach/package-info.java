/** Routes of touches that wait for a person. */
@NullMarked
package io.agencyos.adapters.in.rest.outreach;

import org.jspecify.annotations.NullMarked;
