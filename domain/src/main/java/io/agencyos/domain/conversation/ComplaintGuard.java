package io.agencyos.domain.conversation;

/** Pauses a campaign that annoys people. Source: content 4.6, campaign guard, E-43. */
public final class ComplaintGuard {

    private static final int MOST_PER_WEEK = 3;
    private static final int MIN_SENT = 200;
    private static final int PER_MILLE = 5;

    private ComplaintGuard() {}

    /** True with 3 complaints in 7 days, or with more than 0.5 % of at least 200 sent. */
    public static boolean pauses(int complaintsInSevenDays, long complaints, long sent) {
        boolean tooManyOfSent = sent >= MIN_SENT && complaints * 1000 > sent * PER_MILLE;
        return complaintsInSevenDays >= MOST_PER_WEEK || tooManyOfSent;
    }
}
