package io.agencyos.application.outreach;

import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.engine.CallDesk;
import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Handover;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.engine.TouchCases;
import io.agencyos.application.outreach.gate.Folding;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchMove;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * T6 and the look-ups: leases that ran out become unknown, and what is unknown is found out by asking the vendor, never by
 * sending again on a guess. An answer counts only for the call that was in force when the question was asked. Source:
 * outreach 4.5.
 */
final class ReconcileTouches implements OutreachStage {

    private static final Duration[] BACK_OFF = {
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(4),
        Duration.ofMinutes(8),
        Duration.ofMinutes(16)
    };
    private static final Duration HOURLY = Duration.ofHours(1);

    /**
     * How wrong a clock may be: a look-up that begins too late finds nothing, and what it does not find is sent again. It
     * compares by key or by words, so that one that begins too early finds nothing false.
     */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

    private final Engine engine;
    private final Outcomes outcomes;

    ReconcileTouches(Engine engine, Outcomes outcomes) {
        this.engine = engine;
        this.outcomes = outcomes;
    }

    /** A question to a vendor about the call of this token; nobody can be asked where the sender is gone. */
    private record Question(Touch touch, UUID token, Optional<Handover> call, Instant begun, Instant asked) {

        LookupOutcome ask() {
            return call.map(made -> made.lookup(begun))
                    .orElseGet(() -> new LookupOutcome.Inconclusive("its sender is gone"));
        }

        Duration settle() {
            return call.map(made -> made.semantics().settleDelay()).orElse(TouchMachine.LEASE);
        }

        /** Whether it is found again by a name that we gave it. */
        boolean namedByUs() {
            return call.filter(made -> made instanceof Handover.ByMail mail
                            && mail.sender().capabilities().ownMessageId())
                    .isPresent();
        }

        /** When the call of this token began: a second one, or one of a database that was restored, has a day of its own. */
        Instant called() {
            return Objects.requireNonNull(touch.lease(), "an unknown touch keeps its token")
                    .until()
                    .minus(TouchMachine.LEASE);
        }

        boolean mayBeQueuedAgain() {
            return call.filter(made -> made.semantics().requeueOnceIfAbsent()).isPresent();
        }
    }

    private record Answer(Question question, LookupOutcome outcome) {}

    @Override
    public int run(ClientId client, int limit) {
        Holidays holidays = engine.holidays();
        int expired = engine.inTenant(client, () -> expire(client, limit, holidays));
        List<Question> questions = engine.inTenant(client, () -> questions(client, limit, holidays));
        for (Question question : questions) {
            Answer answer = new Answer(question, question.ask());
            engine.inTenant(client, () -> fold(client, answer, holidays));
        }
        return expired + questions.size();
    }

    private int expire(ClientId client, int limit, Holidays holidays) {
        Instant now = engine.clock().now();
        List<Touch> over = engine.stores().touches().leaseOver(client, now, limit);
        if (over.isEmpty()) {
            return 0;
        }
        Changes changes = engine.changes(client, now);
        Engine.Locked locked = engine.lock(client, over, Setting.Hold.READ, holidays, now)
                .only(touch -> touch.state() == TouchState.DISPATCHING);
        for (TouchCases.Pair pair : locked.pairs()) {
            Duration settle = engine.outlets().of(pair.touch()).settleDelay(pair.touch(), locked.setting());
            GateKeeping.apply(TouchMachine.leaseExpired(pair.touch(), now, settle), changes);
        }
        changes.flush();
        return locked.pairs().size();
    }

    private List<Question> questions(ClientId client, int limit, Holidays holidays) {
        Instant now = engine.clock().now();
        List<Touch> unknown = engine.stores().touches().toLookUp(client, now, limit);
        if (unknown.isEmpty()) {
            return List.of();
        }
        Engine.Locked locked = engine.lock(client, unknown, Setting.Hold.READ, holidays, now)
                .only(touch -> touch.state() == TouchState.UNKNOWN && touch.lease() != null);
        List<TouchCase> cases = engine.cases().read(locked.setting(), locked.pairs());
        Map<Channel, CallDesk> calls =
                engine.outlets().each(cases, (outlet, own) -> outlet.calls(locked.setting(), own));
        Map<TouchId, Instant> begun = engine.stores()
                .callLog()
                .firstBegun(client, cases.stream().map(one -> one.touch().id()).toList());
        List<Question> questions = new ArrayList<>();
        for (TouchCase one : cases) {
            questions.add(question(
                    one, Objects.requireNonNull(calls.get(one.touch().kind().channel())), begun, now));
        }
        return questions;
    }

    private static Question question(TouchCase one, CallDesk calls, Map<TouchId, Instant> begun, Instant now) {
        Touch touch = one.touch();
        Instant first = begun.getOrDefault(touch.id(), touch.createdAt());
        Optional<Handover> call = calls.line(one)
                .map(line -> line.handover(one, Objects.requireNonNullElse(touch.vendorSlot(), ""), first));
        UUID token = Objects.requireNonNull(touch.lease(), "an unknown touch keeps its token")
                .token();
        return new Question(touch, token, call, first.minus(CLOCKS_DIFFER), now);
    }

    private int fold(ClientId client, Answer answer, Holidays holidays) {
        Instant now = engine.clock().now();
        Question question = answer.question();
        Folding folding = outcomes.folding(client, List.of(question.touch()), holidays, now);
        for (TouchCase one : folding.cases()) {
            switch (answer.outcome()) {
                case LookupOutcome.Found(String ref, Instant sentAt) ->
                    outcomes.accepted(one, ref, sentAt == null ? now : sentAt, folding);
                case LookupOutcome.Absent absent -> absent(one, question, folding);
                case LookupOutcome.Inconclusive(String reason) -> inconclusive(one, question, folding);
            }
        }
        folding.changes().flush();
        return 1;
    }

    /** Where the look-up may lag, absence counts when it was found twice, asked for a settle apart. */
    private void absent(TouchCase one, Question question, Folding folding) {
        Instant now = folding.changes().now();
        if (mayLag(one.touch().kind())
                && GateKeeping.apply(
                        TouchMachine.absentOnce(
                                one.touch(), question.token(), question.asked(), now, question.settle()),
                        folding.changes())) {
            return;
        }
        boolean again = question.mayBeQueuedAgain() && isProved(one, question, folding);
        TouchMove move = TouchMachine.absent(one.touch(), question.token(), again, Outcomes.stopCode(one));
        GateKeeping.apply(move, folding.changes());
        outcomes.ended(one, move, folding);
    }

    /**
     * In a restored database absence proves something only where the look-up would have found the lost call: texts and calls by their
     * key wherever they left from, the rest where its sender was fixed before. A first e-mail or act may have left from another sender,
     * and a Message-ID that was made anew finds nothing: those are a person's to decide. Source: outreach 4.5, 4.6 row 13.
     */
    private static boolean isProved(TouchCase one, Question question, Folding folding) {
        Touch touch = one.touch();
        return folding.setting()
                .switches()
                .restored()
                .filter(restored -> touch.dispatchCount() == 1
                        && question.begun().isBefore(restored.noticedAt())
                        && !one.enrolment().createdAt().isAfter(restored.noticedAt()))
                .map(restored -> switch (touch.kind()) {
                    case SMS, VOICE -> true;
                    case EMAIL ->
                        touch.stepNo() > 1
                                && (!question.namedByUs() || touch.createdAt().isBefore(restored.lostSince()));
                    case LI_INVITE, LI_MESSAGE, LI_VIEW -> touch.stepNo() > 1;
                    case LETTER, POSTCARD -> false;
                })
                .orElse(true);
    }

    /** Source: outreach 4.5. */
    private static boolean mayLag(TouchKind kind) {
        return switch (kind) {
            case SMS, VOICE, LI_MESSAGE -> true;
            case EMAIL, LI_VIEW, LI_INVITE, LETTER, POSTCARD -> false;
        };
    }

    /** 1, 2, 4, 8, 16 minutes, then hourly, and given up after a day. */
    private void inconclusive(TouchCase one, Question question, Folding folding) {
        Instant now = folding.changes().now();
        Duration since = Duration.between(question.called(), now);
        boolean giveUp = since.compareTo(TouchMachine.GIVE_UP) >= 0;
        TouchMove move = TouchMachine.inconclusive(one.touch(), question.token(), now.plus(pause(since)), giveUp);
        GateKeeping.apply(move, folding.changes());
        outcomes.ended(one, move, folding);
    }

    /** The next step of the ladder that is not behind us. */
    private static Duration pause(Duration since) {
        for (Duration step : BACK_OFF) {
            if (since.compareTo(step.multipliedBy(2)) < 0) {
                return step;
            }
        }
        return since.compareTo(HOURLY) < 0 ? BACK_OFF[BACK_OFF.length - 1] : HOURLY;
    }
}
