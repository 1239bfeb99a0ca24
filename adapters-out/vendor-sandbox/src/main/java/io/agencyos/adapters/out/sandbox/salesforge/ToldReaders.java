package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import io.agencyos.adapters.out.sandbox.world.Act;
import io.agencyos.adapters.out.sandbox.world.Reaction;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody who got an e-mail does when told to. */
final class ToldReaders {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");

    private ToldReaders() {}

    static Reaction of(Instant now, Enrolment enrolment, Act act) {
        return switch (act.kind()) {
            case "opened" -> {
                require(enrolment.sequence.opensTracked(), "opens are not tracked in this account");
                yield new Reaction.Opened(now, false);
            }
            case "clicked" -> {
                require(enrolment.sequence.clicksTracked(), "clicks are not tracked in this account");
                yield new Reaction.Clicked(now, false, link(enrolment.html));
            }
            case "bounced" -> bounced(now, act, enrolment.contact.email);
            case "replied" ->
                new Reaction.Replied(
                        now,
                        act.intent(ReplyIntent.QUESTION),
                        act.textOr("Thanks for your message. What would this look like for a company of our size?"));
            // the vendor tells of no complaints: people who complain write so
            case "complained" ->
                new Reaction.Replied(
                        now,
                        ReplyIntent.ANGRY_OR_COMPLAINT,
                        act.textOr("This is spam and I have reported it. Never contact me again."));
            default -> throw new Refusal(409, "the vendor of e-mails tells of nothing like this");
        };
    }

    private static Reaction bounced(Instant now, Act act, String address) {
        return switch (act.outcome()) {
            case "", "hard" ->
                new Reaction.Bounced(now, Reaction.BounceClass.HARD, act.textOr("550 5.1.1 User unknown: " + address));
            case "soft" ->
                new Reaction.Bounced(now, Reaction.BounceClass.SOFT, act.textOr("452 4.2.2 Mailbox full: " + address));
            case "policy" ->
                new Reaction.Bounced(
                        now, Reaction.BounceClass.POLICY, act.textOr("554 5.7.1 Message refused by policy"));
            default -> throw new Refusal(409, "an e-mail bounces hard, soft or by policy");
        };
    }

    private static String link(String html) {
        Matcher links = LINK.matcher(html);
        require(links.find(), "there is no link in this message");
        return links.group();
    }

    private static void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new Refusal(409, otherwise);
        }
    }
}
