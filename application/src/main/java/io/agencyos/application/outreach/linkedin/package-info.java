/**
 * LinkedIn as an outlet: which seat speaks, invitations and messages, what is looked up of a profile, and invitations that
 * are taken back.
 */
@NullMarked
package io.agencyos.application.outreach.linkedin;

import org.jspecify.annotations.NullMarked;
