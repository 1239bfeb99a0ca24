package io.agencyos.domain.outreach.gate;

import static io.agencyos.domain.outreach.gate.Gate.COMMIT;
import static io.agencyos.domain.outreach.gate.Gate.DISPATCH;
import static io.agencyos.domain.outreach.gate.Gate.PLAN;
import static io.agencyos.domain.outreach.touch.TouchOrigin.FOLLOW_UP;
import static io.agencyos.domain.outreach.touch.TouchOrigin.MANUAL;
import static io.agencyos.domain.outreach.touch.TouchOrigin.REPLY;
import static io.agencyos.domain.outreach.touch.TouchOrigin.RETRY;

import io.agencyos.domain.outreach.touch.TouchOrigin;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks the ordered checks about one touch; the first that fails answers. The list reads like the specification's table
 * and is the only place of its order, gates and exemptions. Source: outreach 3.3.
 */
public final class Gatekeeper {

    private static final Set<Gate> ABC = Set.of(PLAN, COMMIT, DISPATCH);
    private static final Set<Gate> AB = Set.of(PLAN, COMMIT);
    private static final Set<Gate> BC = Set.of(COMMIT, DISPATCH);
    private static final Set<Gate> B = Set.of(COMMIT);

    static final List<GateCheck> CHECKS = List.of(
            check(1, "kill switches off", ABC, StandingChecks::killSwitch),
            check(2, "client exists", ABC, StandingChecks::clientExists),
            check(3, "subscription runs", ABC, StandingChecks::subscription),
            check(4, "client not paused", ABC, StandingChecks::clientPause),
            check(0, "test recipient named", BC, StandingChecks::testRecipient),
            check(5, "campaign exists", AB, StandingChecks::campaignExists),
            check(6, "campaign active", ABC, StandingChecks::campaignActive),
            check(7, "date within the campaign", AB, StandingChecks::campaignDates),
            check(8, "lead exists", AB, StandingChecks::leadExists),
            check(9, "lead assigned", ABC, LeadChecks::assigned),
            check(10, "no opt-out anywhere", ABC, LeadChecks::optedOutAnywhere),
            check(11, "no complaint", ABC, LeadChecks::complaint),
            check(12, "not suppressed", ABC, LeadChecks::suppression),
            check(13, "status and score alive", ABC, LeadChecks::status),
            check(14, "no open or negative reply", ABC, LeadChecks::reply, REPLY),
            check(15, "no meeting, no deal", ABC, LeadChecks::outcome, REPLY),
            check(16, "enrolment runs and this is its step", ABC, LeadChecks::enrolment, REPLY, MANUAL),
            check(17, "touches left", AB, LeadChecks::touchesLeft, REPLY, RETRY),
            check(18, "contact point present", AB, AddressChecks::present, REPLY),
            check(19, "channel open for the score", AB, AddressChecks::tier, REPLY),
            check(20, "address usable", AB, AddressChecks::usable),
            check(21, "no channel opt-out", ABC, AddressChecks::channelOptOut),
            check(22, "consent on file", AB, AddressChecks::consent, REPLY),
            check(23, "Do Not Call Register", ABC, AddressChecks::register, REPLY),
            check(24, "permission and approval", ABC, AddressChecks::approval),
            check(25, "hours and holidays", BC, TimeChecks::hours),
            check(26, "cooling over", AB, TimeChecks::cooling, REPLY, RETRY),
            check(27, "gap to the last touch", AB, TimeChecks::gap, REPLY, RETRY),
            check(28, "gap on the channel", AB, TimeChecks::channelGap, REPLY, RETRY, FOLLOW_UP),
            check(29, "a sender exists", AB, SenderChecks::exists),
            check(30, "sender healthy", BC, SenderChecks::healthy),
            check(31, "sender warm", B, SenderChecks::warm),
            check(32, "start budget", B, SenderChecks::starts, REPLY),
            check(33, "campaign's daily limit", B, SenderChecks::campaignLimit, REPLY),
            check(34, "client's text cap", B, SenderChecks::clientSms, REPLY),
            check(35, "sender's quota", B, SenderChecks::quota),
            check(0, "few of one company", B, SenderChecks::colleagues, REPLY, RETRY, MANUAL),
            check(36, "concurrent calls", B, SenderChecks::concurrency),
            check(37, "vendor ready", BC, SenderChecks::vendor),
            check(38, "content ready", B, ContentChecks::content),
            check(39, "compliance elements", B, ContentChecks::compliance),
            check(40, "recipient current", BC, ContentChecks::recipient),
            check(0, "replies can be seen", ABC, TimeChecks::replyFeed, REPLY, MANUAL, RETRY, FOLLOW_UP),
            check(0, "client's quiet list", ABC, TimeChecks::blackout, REPLY, MANUAL),
            check(0, "invitation not too recent", AB, TimeChecks::inviteCooldown, REPLY));

    private Gatekeeper() {}

    /** Passes, or refuses with the first check that fails at this gate for this origin. */
    public static GateAnswer evaluate(Gate gate, TouchOrigin origin, GateFacts facts, Instant now) {
        var question = new GateCheck.Question(gate, origin, facts, now);
        for (GateCheck check : CHECKS) {
            GateCheck.Finding finding =
                    check.concerns(gate, origin) ? check.rule().find(question) : null;
            if (finding != null) {
                return refused(check.number(), finding);
            }
        }
        return new GateAnswer.Passed();
    }

    /** Every check that fails, in their order: what a person is told who presses send. Source: api 9.6 messages. */
    public static List<GateAnswer.Refused> refusals(Gate gate, TouchOrigin origin, GateFacts facts, Instant now) {
        var question = new GateCheck.Question(gate, origin, facts, now);
        return CHECKS.stream()
                .filter(check -> check.concerns(gate, origin))
                .flatMap(check ->
                        Stream.ofNullable(check.rule().find(question)).map(finding -> refused(check.number(), finding)))
                .toList();
    }

    private static GateAnswer.Refused refused(int number, GateCheck.Finding finding) {
        return new GateAnswer.Refused(
                number,
                finding.code(),
                finding.action(),
                finding.until(),
                finding.until() == null ? finding.code().reason().endedBy() : null,
                finding.code().whatToDo());
    }

    private static GateCheck check(
            int number, String name, Set<Gate> gates, GateCheck.Rule rule, TouchOrigin... exempt) {
        return new GateCheck(number, name, gates, Set.of(exempt), rule);
    }
}
