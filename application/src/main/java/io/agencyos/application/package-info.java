/**
 * Use cases, one context per sub-package, and the ports they need from outside. No SQL, no HTTP, no JSON: those are
 * adapters' business.
 */
@NullMarked
package io.agencyos.application;

import org.jspecify.annotations.NullMarked;
