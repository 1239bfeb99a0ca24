/**
 * Who may not be contacted, and who agreed to be: entries kept, looked up and lifted, and the sweep that stops what a new
 * entry forbids.
 */
@NullMarked
package io.agencyos.application.outreach.suppression;

import org.jspecify.annotations.NullMarked;
