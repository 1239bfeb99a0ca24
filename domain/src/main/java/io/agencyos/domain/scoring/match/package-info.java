/**
 * What free text says of somebody: job titles, seniority, industries and technologies, found by the words that lie in
 * them. Points are given elsewhere.
 */
@NullMarked
package io.agencyos.domain.scoring.match;

import org.jspecify.annotations.NullMarked;
