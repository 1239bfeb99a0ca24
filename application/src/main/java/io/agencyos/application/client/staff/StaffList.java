package io.agencyos.application.client.staff;

import io.agencyos.domain.shared.Vocabulary;

/** What staff can take out of the house as a file. Source: api 9.17 {@code P/exports}. */
public enum StaffList implements Vocabulary {
    /** Every live client with its figures. */
    CLIENTS,
    /** Who waits to be let in. */
    WAITLIST,
    /** Who did what, at every client and on the platform. */
    AUDIT,
    /** What was paid and what moved, of the last 24 months. */
    REVENUE,
    /** What clients booked and paid, line by line. */
    TRANSACTIONS,
    /** What clients used of vendors and models and what it cost, of the last 13 months. */
    COSTS
}
