/**
 * A real browser for tests of pages: Chromium without a window, spoken to by its own DevTools protocol over the JDK's web socket.
 * What a page should show belongs to the test, not here.
 */
@NullMarked
package io.agencyos.adapters.in.http.testing.browser;

import org.jspecify.annotations.NullMarked;
