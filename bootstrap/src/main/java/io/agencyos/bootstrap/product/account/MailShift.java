package io.agencyos.bootstrap.product.account;

import io.agencyos.application.conversation.Doorbell;
import io.agencyos.application.conversation.MailLines;
import io.agencyos.application.conversation.PollReplies;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One process of the cluster listens to all mailboxes, as long as a line may idle before it is renewed; then whoever gets
 * the next turn does. Source: smtp-imap 4.
 */
public final class MailShift {

    private static final long SHIFT = Duration.ofMinutes(25).toNanos();
    /** How soon a mailbox that is connected meanwhile is listened to. */
    static final Duration LOOK = Duration.ofMinutes(5);

    private static final int PAGE = 1000;

    private final UnitOfWork units;
    private final WatchedAccounts accounts;
    private final Set<String> vendors;
    private final MailLines lines;
    private final Doorbell bell;
    private final Duration look;
    private final CountDownLatch left = new CountDownLatch(1);

    public MailShift(
            UnitOfWork units, WatchedAccounts accounts, Set<String> vendors, MailLines lines, PollReplies replies) {
        this(units, accounts, vendors, lines, replies, LOOK);
    }

    MailShift(
            UnitOfWork units,
            WatchedAccounts accounts,
            Set<String> vendors,
            MailLines lines,
            PollReplies replies,
            Duration look) {
        this.units = units;
        this.accounts = accounts;
        this.vendors = Set.copyOf(vendors);
        this.lines = lines;
        this.bell = new Doorbell(replies::poll);
        this.look = look;
    }

    /** Ends after 25 minutes, or when this process leaves. */
    public void run() {
        long began = System.nanoTime();
        try {
            boolean gone = left.getCount() == 0;
            while (!gone && System.nanoTime() - began < SHIFT) {
                lines.listen(clients(), bell::ring);
                gone = left.await(look.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lines.hangUp();
        }
    }

    private List<ClientId> clients() {
        List<ClientId> all = new ArrayList<>();
        List<ClientId> page;
        do {
            ClientId after = all.isEmpty() ? null : all.getLast();
            page = units.onPlatform(() -> accounts.connected(vendors, after, PAGE));
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    /** The process is about to end. */
    public void leave() {
        left.countDown();
    }
}
