/**
 * What waits for a person: showing it, deciding it, letting it expire, and taking back what a switch of mode leaves
 * unapproved.
 */
@NullMarked
package io.agencyos.application.outreach.approval;

import org.jspecify.annotations.NullMarked;
