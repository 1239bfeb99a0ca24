/**
 * Reports on what outreach came to, and what is learned from it. Nothing here changes a lead.
 */
@NullMarked
package io.agencyos.application.conversion;

import org.jspecify.annotations.NullMarked;
