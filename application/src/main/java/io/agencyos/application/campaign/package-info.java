/**
 * What people do with a campaign: create, edit, copy and look at it, its sequence, its senders, its consents, its share of
 * the client's capacity. Its life, its enrolments and what is kept have rooms of their own.
 */
@NullMarked
package io.agencyos.application.campaign;

import org.jspecify.annotations.NullMarked;
