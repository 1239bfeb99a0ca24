package io.agencyos.domain.shared;

/**
 * On what a choice was made that learning may steer, frozen with what was chosen, so that steered and explored traffic
 * can be told apart afterwards. Source: CIS P4, 14.2.
 */
public enum ChoiceBasis implements Vocabulary {
    /** Nothing was learned, or nothing that may act. */
    DEFAULT,
    /** A pattern steered it. */
    LEARNED,
    /** A pattern would have steered it and was left aside, so that what it says stays tested. */
    EXPLORED
}
