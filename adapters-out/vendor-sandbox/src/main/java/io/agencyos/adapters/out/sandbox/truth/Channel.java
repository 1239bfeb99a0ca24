package io.agencyos.adapters.out.sandbox.truth;

/** Ways to reach a person. E-mail is spoken today; the odds of the others stand ready for the vendors to come. */
public enum Channel {
    EMAIL,
    LINKEDIN,
    SMS,
    VOICE,
    MAIL
}
