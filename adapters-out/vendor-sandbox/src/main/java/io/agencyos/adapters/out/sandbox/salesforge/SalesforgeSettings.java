package io.agencyos.adapters.out.sandbox.salesforge;

import java.time.Duration;

/**
 * How the vendor behaves where its contract leaves it open.
 *
 * @param apiKey goes raw into Authorization of the core; Warmforge takes it raw or as Bearer
 * @param sendDelay least time from enrolment to sending; up to the same again is added by chance
 * @param replyDelay time from an accepted answer to its sending
 * @param connectDelay time until a connected mailbox is active
 * @param dncDelay time until an address on the list shows in the sequences
 * @param warmMailboxes whether connected mailboxes have their warm-up behind them
 * @param followOptOutLinks people opt out by our own link in the mail, if it leads to this machine; else by the vendor's event
 * @param aliases whether some people answer from another address than the one that was written to
 */
public record SalesforgeSettings(
        String apiKey,
        Duration sendDelay,
        Duration replyDelay,
        Duration connectDelay,
        Duration dncDelay,
        boolean warmMailboxes,
        boolean followOptOutLinks,
        boolean aliases) {

    /** Key {@code sandbox-key}, sent after 60 to 120 s, answers after 30 s, mailboxes active and do-not-contact at once. */
    public static SalesforgeSettings defaults() {
        return new SalesforgeSettings(
                "sandbox-key",
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ZERO,
                true,
                false,
                false);
    }

    /** What of this shapes the history; the key does not. */
    public String behaviour() {
        return "sends " + sendDelay + ", replies " + replyDelay + ", connects " + connectDelay + ", dnc " + dncDelay
                + ", warm " + warmMailboxes + ", links " + followOptOutLinks + (aliases ? ", aliases" : "");
    }

    /** The same with another time from the do-not-contact call to its effect. */
    public SalesforgeSettings withDncDelay(Duration delay) {
        return new SalesforgeSettings(
                apiKey, sendDelay, replyDelay, connectDelay, delay, warmMailboxes, followOptOutLinks, aliases);
    }

    /** The same with people who opt out by our own link. */
    public SalesforgeSettings withOptOutLinks() {
        return new SalesforgeSettings(
                apiKey, sendDelay, replyDelay, connectDelay, dncDelay, warmMailboxes, true, aliases);
    }

    /** The same with people who answer from wherever they read their mail. */
    public SalesforgeSettings withAliases() {
        return new SalesforgeSettings(
                apiKey, sendDelay, replyDelay, connectDelay, dncDelay, warmMailboxes, followOptOutLinks, true);
    }
}
