package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Vocabulary;

/** Through what a booking was made. Source: data model 4. */
public enum BookingMethod implements Vocabulary {
    CALENDLY,
    CAL_COM,
    DIRECT,
    PHONE,
    CRM
}
