/**
 * The Do Not Call Register by files that people carry. Here: the register's spelling of numbers and of answers. Not
 * here: which numbers are washed when (application), whether a call may be made (domain), the register's SOAP service. How it works: docs/guide/vendors/dncr.md.
 */
@NullMarked
package io.agencyos.adapters.out.dncr;

import org.jspecify.annotations.NullMarked;
