/**
 * What people do to many leads with one order: a set at a time, as a job. What is done to one lead, and when anything is
 * sent, is not here.
 */
@NullMarked
package io.agencyos.application.outreach.bulk;

import org.jspecify.annotations.NullMarked;
