package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.store.AccountMails;
import io.agencyos.application.client.identity.store.AccountPostman;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sends the letters that wait; what fails is tried again, rarer each time, for a day. A letter may come twice, never not. */
public final class DeliverAccountMails {

    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));

    private final AccountMails mails;
    private final AccountPostman postman;
    private final UnitOfWork units;
    private final ClockPort clock;

    public DeliverAccountMails(AccountMails mails, AccountPostman postman, UnitOfWork units, ClockPort clock) {
        this.mails = mails;
        this.postman = postman;
        this.units = units;
        this.clock = clock;
    }

    /** @return how many were looked at */
    public int run(int limit) {
        Instant now = clock.now();
        List<AccountMails.Due> due = units.onPlatform(() -> mails.take(now, now.plus(CLAIM), limit));
        due.forEach(this::post);
        return due.size();
    }

    private void post(AccountMails.Due due) {
        switch (postman.post(due.mail())) {
            case TAKEN -> units.onPlatform(() -> mails.sent(due.mail().id(), clock.now()));
            case REFUSED -> units.onPlatform(() -> mails.givenUp(due.mail().id(), clock.now()));
            case NOT_NOW -> units.onPlatform(() -> later(due));
        }
    }

    private void later(AccountMails.Due due) {
        Instant now = clock.now();
        if (due.attempts() >= WAITS.size()) {
            mails.givenUp(due.mail().id(), now);
        } else {
            mails.putOff(due.mail().id(), now.plus(WAITS.get(due.attempts())));
        }
    }
}
