package io.agencyos.domain.scoring;

import static io.agencyos.domain.scoring.Reading.known;

import io.agencyos.domain.scoring.LeadFacts.LinkedInActivity;
import io.agencyos.domain.shared.Vocabulary;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What activity on LinkedIn adds to a score, one constant a line of scoring ALS-7. Posts of the future are ignored. */
public enum LinkedInSignal implements Vocabulary {
    PERSON_POSTS(3) {
        @Override
        boolean shown(LinkedInActivity activity, long newestPost, long today) {
            return newestPost != NO_POST;
        }
    },
    RECENT_POST(1) {
        @Override
        boolean shown(LinkedInActivity activity, long newestPost, long today) {
            return newestPost != NO_POST && today - newestPost <= RECENT_DAYS;
        }
    },
    CONNECTIONS(2) {
        @Override
        boolean shown(LinkedInActivity activity, long newestPost, long today) {
            return known(activity.connections()) >= 500;
        }
    },
    COMPANY_POSTS(2) {
        @Override
        boolean shown(LinkedInActivity activity, long newestPost, long today) {
            return known(activity.companyPostCount()) >= 1;
        }
    },
    COMPANY_FOLLOWERS(2) {
        @Override
        boolean shown(LinkedInActivity activity, long newestPost, long today) {
            return known(activity.companyFollowers()) >= 1000;
        }
    };

    /** A post is recent for this many days, the last one included. */
    static final int RECENT_DAYS = 30;

    static final long NO_POST = Long.MIN_VALUE;

    private static final LinkedInSignal[] ALL = values();

    private final int boost;

    LinkedInSignal(int boost) {
        this.boost = boost;
    }

    abstract boolean shown(LinkedInActivity activity, long newestPost, long today);

    static int points(LinkedInActivity activity, long today) {
        long newest = newestPost(activity, today);
        int points = 0;
        for (LinkedInSignal signal : ALL) {
            points += signal.shown(activity, newest, today) ? signal.boost : 0;
        }
        return points;
    }

    static List<LinkedInSignal> of(LinkedInActivity activity, long today) {
        long newest = newestPost(activity, today);
        return Arrays.stream(ALL)
                .filter(signal -> signal.shown(activity, newest, today))
                .toList();
    }

    static boolean hasFutureDate(LinkedInActivity activity, long today) {
        List<LocalDate> dates = activity.personPostDates();
        for (int i = 0; i < dates.size(); i++) {
            if (dates.get(i).toEpochDay() > today) {
                return true;
            }
        }
        return false;
    }

    /** The day of the newest post up to today, wherever it stands in the list. */
    static long newestPost(LinkedInActivity activity, long today) {
        List<LocalDate> dates = activity.personPostDates();
        long newest = NO_POST;
        for (int i = 0; i < dates.size(); i++) {
            long day = dates.get(i).toEpochDay();
            if (day <= today && day > newest) {
                newest = day;
            }
        }
        return newest;
    }
}
