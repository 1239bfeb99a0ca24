package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.State;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.domain.conversation.InboxSchedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an attempt at an inbound event ends. */
public final class Verdicts {

    private static final int LONGEST_ERROR = 500;

    private Verdicts() {}

    public static Verdict done(Claimed claimed, Instant now) {
        return new Verdict(claimed, State.DONE, null, null, now);
    }

    public static Verdict ignored(Claimed claimed, Instant now) {
        return new Verdict(claimed, State.IGNORED, null, null, now);
    }

    public static Verdict unmatched(Claimed claimed, Instant now) {
        @Nullable
        Instant next = InboxSchedule.afterNoMatch(claimed.attempts(), claimed.receivedAt(), now)
                .orElse(null);
        return new Verdict(claimed, State.UNMATCHED, next, "no message of ours", now);
    }

    /** What the event is about has not ended yet: nothing failed, and it is looked at again. */
    public static Verdict notYet(Claimed claimed, String why, Instant now) {
        return InboxSchedule.afterNoMatch(claimed.attempts(), claimed.receivedAt(), now)
                .map(next -> new Verdict(claimed, State.RECEIVED, next, why, now))
                .orElseGet(() -> new Verdict(claimed, State.DEAD, null, why, now));
    }

    public static Verdict failed(Claimed claimed, String error, Instant now) {
        String cut = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        return InboxSchedule.afterFailure(claimed.attempts(), now)
                .map(next -> new Verdict(claimed, State.RECEIVED, next, cut, now))
                .orElseGet(() -> new Verdict(claimed, State.DEAD, null, cut, now));
    }
}
