package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.GateCase;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.engine.TouchCases;
import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.outreach.gate.Capacity;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAction;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.gate.Gatekeeper;
import io.agencyos.domain.outreach.touch.ByHand;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchMove;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the touch ready in one unit, under the lock of its run; from there on commit, dispatch and look-ups know it like any
 * other. The same words to the same reply, or within a day to the same lead, are one order: whoever repeats it after a lost
 * answer sends once.
 */
final class WrittenByHandService implements WrittenByHand {

    private static final Duration SAME_ORDER = Duration.ofDays(1);

    /** What ends a touch for good; the rest passes, or is lifted, while the answer waits. */
    private static final Set<GateAction> FINAL =
            EnumSet.of(GateAction.STOP, GateAction.SKIP, GateAction.FAIL, GateAction.CANCEL_TOUCH);

    private final Engine engine;

    WrittenByHandService(Engine engine) {
        this.engine = engine;
    }

    /** What is written, whichever it is. */
    private record Text(
            LeadId lead,
            @Nullable ReplyId reply,
            Channel channel,
            String subject,
            String body,
            ByHand hand,
            Set<GateReason> overridden) {

        static Text of(Answer answer) {
            return new Text(
                    answer.lead(),
                    answer.reply(),
                    answer.channel(),
                    answer.subject(),
                    answer.body(),
                    answer.hand(),
                    Set.of());
        }

        static Text of(Message message) {
            return new Text(
                    message.lead(),
                    null,
                    message.channel(),
                    message.subject(),
                    message.body(),
                    message.hand(),
                    message.overridden());
        }

        boolean isSame(Touch earlier, Instant now) {
            boolean samePlace = reply != null
                    ? reply.equals(earlier.replyId())
                    : earlier.replyId() == null && earlier.createdAt().isAfter(now.minus(SAME_ORDER));
            return samePlace
                    && earlier.byHand() != null
                    && earlier.kind().channel() == channel
                    && earlier.content() != null
                    && earlier.content().body().startsWith(body.strip())
                    && (earlier.state() == TouchState.SENT || !earlier.state().isTerminal());
        }
    }

    @Override
    public Outcome answer(ClientId client, Answer answer) {
        Holidays holidays = engine.holidays();
        return engine.inTenant(client, () -> write(client, Text.of(answer), answer.notBefore(), holidays));
    }

    @Override
    public Outcome message(TenantScope scope, Message message) {
        if (!scope.role().permits(Role.MEMBER)) {
            return new Outcome.Forbidden();
        }
        Holidays holidays = engine.holidays();
        return engine.inTenant(
                scope.clientId(), () -> write(scope.clientId(), Text.of(message), Instant.EPOCH, holidays));
    }

    private Outcome write(ClientId client, Text text, Instant notBefore, Holidays holidays) {
        Instant now = engine.clock().now();
        if (engine.world().leads().leads().find(client, text.lead()).isEmpty()) {
            return new Outcome.NotFound();
        }
        Setting setting = engine.setting(client, Setting.Hold.READ, holidays, now);
        Optional<Enrolment> run = run(client, text.lead());
        if (run.isEmpty()) {
            return new Outcome.NoRun();
        }
        List<Touch> earlier = engine.stores().touches().ofLead(client, text.lead());
        Optional<Touch> same =
                earlier.stream().filter(touch -> text.isSame(touch, now)).findFirst();
        if (same.isPresent()) {
            return new Outcome.Queued(same.get());
        }
        Touch fresh =
                fresh(text, run.get(), attempt(text, earlier), setting, notBefore.isBefore(now) ? now : notBefore);
        TouchCase one = engine.cases()
                .read(setting, List.of(new TouchCases.Pair(fresh, run.get())))
                .getFirst();
        return switch (engine.outlets().of(fresh).written(one, setting, text.subject(), text.body())) {
            case Result.Err<Touch.TouchContent, List<String>>(List<String> codes) -> new Outcome.Unfit(codes);
            case Result.Ok<Touch.TouchContent, List<String>>(Touch.TouchContent words) ->
                queue(text, one, words, earlier, setting);
        };
    }

    /** The lead's newest run, whether it goes on or is over, under its lock. */
    private Optional<Enrolment> run(ClientId client, LeadId lead) {
        Enrolment newest =
                engine.stores().enrolments().newest(client, List.of(lead)).get(lead);
        return newest == null
                ? Optional.empty()
                : engine.stores().enrolments().lockAll(client, List.of(newest.id())).stream()
                        .findFirst();
    }

    private static int attempt(Text text, List<Touch> earlier) {
        return text.reply() == null
                ? 1
                : 1
                        + earlier.stream()
                                .filter(touch -> text.reply().equals(touch.replyId()))
                                .mapToInt(Touch::attemptNo)
                                .max()
                                .orElse(0);
    }

    private Touch fresh(Text text, Enrolment run, int attempt, Setting setting, Instant at) {
        TouchId id = new TouchId(engine.ids().next());
        // whoever answers on LinkedIn is connected; otherwise the network says what a person can be sent
        TouchKind kind = text.reply() != null && text.channel() == Channel.LINKEDIN
                ? TouchKind.LI_MESSAGE
                : engine.outlets()
                        .of(text.channel())
                        .kinds(setting, List.of(text.lead()))
                        .getOrDefault(text.lead(), TouchKind.first(text.channel()));
        return Touch.byHand(id, run, text.reply(), id.value(), text.hand(), kind, attempt, at, setting.now());
    }

    private Outcome queue(Text text, TouchCase one, Touch.TouchContent words, List<Touch> earlier, Setting setting) {
        if (!(TouchMachine.drafted(one.touch(), words, false) instanceof TouchMove.Moved(Touch ready, var none))) {
            throw new IllegalStateException("a fresh touch takes its text");
        }
        List<GateAnswer.Refused> refusals = refusals(text, one.with(ready), setting);
        if (!refusals.isEmpty()) {
            return new Outcome.Blocked(refusals);
        }
        Changes changes = engine.changes(setting.id(), setting.now());
        if (text.reply() != null) {
            replace(text, earlier, changes);
        }
        Instant opens = one.calendar().nextOpening(ready.scheduledAt()).orElse(ready.scheduledAt());
        Touch planned = text.reply() == null ? ready : TouchMachine.scheduled(ready, opens);
        changes.plan(planned);
        changes.flush();
        return new Outcome.Queued(planned);
    }

    /** A message is told of everything that stands against it; an answer only of what will not pass. */
    private List<GateAnswer.Refused> refusals(Text text, TouchCase one, Setting setting) {
        GateCase asked = engine.cases()
                .before(Gate.COMMIT, setting, List.of(new TouchCases.Pair(one.touch(), one.enrolment())))
                .getFirst();
        Capacity capacity = Capacity.of(engine, setting, List.of(one.touch().campaignId()), List.of(one));
        GateFacts facts = capacity.facts(asked, capacity.sender(one));
        GateFacts plain = text.overridden().isEmpty() ? facts : facts.notOverridden();
        return Gatekeeper.refusals(Gate.COMMIT, one.touch().origin(), plain, setting.now()).stream()
                .filter(refused -> text.reply() == null || FINAL.contains(refused.action()))
                .filter(refused -> !(OVERRIDABLE.contains(refused.code().reason())
                        && text.overridden().contains(refused.code().reason())))
                .toList();
    }

    private void replace(Text text, List<Touch> earlier, Changes changes) {
        List<TouchId> open = earlier.stream()
                .filter(touch -> touch.byHand() != null
                        && touch.replyId() != null
                        && touch.kind().channel() == text.channel()
                        && !touch.state().isTerminal())
                .map(Touch::id)
                .toList();
        engine.stores()
                .touches()
                .lockAll(changes.client(), open)
                .forEach(touch -> GateKeeping.apply(TouchMachine.withdraw(touch, REPLACED), changes));
    }

    @Override
    public Withdrawal withdraw(ClientId client, TouchId id) {
        Holidays holidays = engine.holidays();
        return engine.inTenant(client, () -> {
            Instant now = engine.clock().now();
            List<Touch> found = engine.stores().touches().findAll(client, List.of(id)).stream()
                    .filter(touch -> touch.byHand() != null)
                    .toList();
            List<TouchCases.Pair> locked =
                    engine.lock(client, found, Setting.Hold.READ, holidays, now).pairs();
            if (locked.isEmpty()) {
                return new Withdrawal.NotFound();
            }
            Touch touch = locked.getFirst().touch();
            Changes changes = engine.changes(client, now);
            if (TouchMachine.withdraw(touch, WITHDRAWN) instanceof TouchMove.Moved moved) {
                changes.moved(moved);
                changes.flush();
                return new Withdrawal.Withdrawn(moved.touch());
            }
            return WITHDRAWN.equals(touch.code()) ? new Withdrawal.Withdrawn(touch) : new Withdrawal.TooLate(touch);
        });
    }

    @Override
    public List<Touch> answers(ClientId client, LeadId lead, ReplyId reply) {
        return engine.inTenant(
                client,
                () -> engine.stores().touches().ofLead(client, lead).stream()
                        .filter(touch -> reply.equals(touch.replyId()))
                        .toList());
    }
}
