/**
 * Apollo behind the ports for finding people and completing records. Here: the vendor's wire, its errors and credits. Not
 * here: whom to look for, whether an answer is good enough, what becomes of it; of its types only the public ones are known
 * outside, and only to bootstrap. How it works: docs/guide/vendors/apollo.md.
 */
@NullMarked
package io.agencyos.adapters.out.apollo;

import org.jspecify.annotations.NullMarked;
