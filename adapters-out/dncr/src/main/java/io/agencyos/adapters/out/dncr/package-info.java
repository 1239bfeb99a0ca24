/**
 * The Do Not Call Register by files that people carry. Here: what is to be washed, what came back, the register's spelling of
 * numbers. Not here: whether a call may be made (domain), the register's SOAP service. How it works: docs/guide/vendors/dncr.md.
 */
@NullMarked
package io.agencyos.adapters.out.dncr;

import org.jspecify.annotations.NullMarked;
