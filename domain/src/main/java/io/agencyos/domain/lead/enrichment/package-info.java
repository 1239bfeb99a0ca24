/**
 * How the record of a lead is completed: whether it is tried, how what was found joins what was known, what came of it.
 * Who sells such records, and what they cost in money, is not known here. Source: content 1, flows 2.6.
 */
@NullMarked
package io.agencyos.domain.lead.enrichment;

import org.jspecify.annotations.NullMarked;
