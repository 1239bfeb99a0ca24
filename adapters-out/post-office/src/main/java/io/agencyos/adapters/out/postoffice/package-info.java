/**
 * A post office over HTTP behind the ports for letters: no vendor's contract but one of ours, close to those of printing
 * services, which the sandbox speaks and which a vendor's module will take the place of. Here: its wire, its states, its
 * refusals. Not here: who is written to, what a letter says, what it may cost. How it works: docs/guide/vendors/post-office.md.
 */
@NullMarked
package io.agencyos.adapters.out.postoffice;

import org.jspecify.annotations.NullMarked;
