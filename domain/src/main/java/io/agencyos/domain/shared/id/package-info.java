/**
 * Who is meant: one type of id for each aggregate, so that no two can be confused, and how ids are made that sort by time.
 * What an id names lives in its own context.
 */
@NullMarked
package io.agencyos.domain.shared.id;

import org.jspecify.annotations.NullMarked;
