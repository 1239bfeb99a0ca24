/**
 * A database for tests: one embedded PostgreSQL per test run, a migrated template in it, a fresh copy per test class.
 * Published as this module's test-jar, so that it is on no production class path.
 */
@NullMarked
package io.agencyos.adapters.out.postgres.testing;

import org.jspecify.annotations.NullMarked;
