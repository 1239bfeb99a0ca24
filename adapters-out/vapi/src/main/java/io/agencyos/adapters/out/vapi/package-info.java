/**
 * Vapi behind the ports for calls. Here: the vendor's wire, its assistants, end reasons, server messages and recordings. Not
 * here: when and whom to call, what the assistant says, what follows from an outcome; of its types only the public ones are
 * known outside, and only to bootstrap. How it works: docs/guide/vendors/vapi.md.
 */
@NullMarked
package io.agencyos.adapters.out.vapi;

import org.jspecify.annotations.NullMarked;
