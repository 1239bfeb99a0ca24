package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.StepTexts;
import io.agencyos.application.outreach.engine.StepVariants;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.engine.TouchCases;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.enrolment.EnrolmentHold;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** T2: planned touches get their text, written outside of any unit, and wait for a person where the mode asks for one. */
final class DraftTouches implements OutreachStage {

    /** Whatever is planned for Monday on Friday is written on Friday. */
    static final Duration AHEAD = Duration.ofDays(4);

    private static final Duration REVIEWED_WITHIN = Duration.ofHours(24);

    private final Engine engine;

    DraftTouches(Engine engine) {
        this.engine = engine;
    }

    private record Draft(TouchCase one, Result<Touch.TouchContent, List<String>> text) {}

    @Override
    public int run(ClientId client, int limit) {
        Holidays holidays = engine.holidays();
        Instant now = engine.clock().now();
        List<Draft> drafts = engine.inTenant(client, () -> {
            List<Touch> found = engine.stores().touches().withoutText(client, now, now.plus(AHEAD), limit);
            if (found.isEmpty()) {
                return List.<Draft>of();
            }
            Setting setting = engine.setting(client, Setting.Hold.READ, holidays, now);
            return varied(client, engine.cases().read(setting, pairs(client, found))).stream()
                    .map(one -> draft(one, setting))
                    .toList();
        });
        if (!drafts.isEmpty()) {
            Map<TouchId, Draft> byTouch = new HashMap<>();
            drafts.forEach(draft -> byTouch.put(draft.one().touch().id(), draft));
            engine.inTenant(client, () -> store(client, byTouch, holidays, now));
        }
        return drafts.size();
    }

    /** Where the step changed so that a variant has no place in it, the lead gets the step's own words and is no arm's. */
    private Draft draft(TouchCase one, Setting setting) {
        Result<Touch.TouchContent, List<String>> text =
                engine.outlets().of(one.touch()).write(one, setting);
        StepVariants.Given given = one.variant();
        if (given == null) {
            return new Draft(one, text);
        }
        return text instanceof Result.Err<Touch.TouchContent, List<String>>(List<String> codes)
                        && codes.equals(StepTexts.UNFIT)
                ? draft(one.saying(null), setting)
                : new Draft(one, text.map(content -> content.of(given.variant())));
    }

    /** What experiments say; what stands in for a step on another channel is nobody's variant. */
    private List<TouchCase> varied(ClientId client, List<TouchCase> cases) {
        Map<TouchId, StepVariants.Given> given = engine.world()
                .variants()
                .of(
                        client,
                        cases.stream()
                                .filter(DraftTouches::isOwn)
                                .map(one -> new StepVariants.Text(
                                        one.touch().id(),
                                        one.touch().leadId(),
                                        one.touch().campaignId(),
                                        one.touch().stepNo()))
                                .toList());
        return given.isEmpty()
                ? cases
                : cases.stream()
                        .map(one -> one.saying(given.get(one.touch().id())))
                        .toList();
    }

    private static boolean isOwn(TouchCase one) {
        return one.step() != null && one.step().channel() == one.touch().kind().channel();
    }

    private List<TouchCases.Pair> pairs(ClientId client, List<Touch> touches) {
        Map<EnrolmentId, Enrolment> enrolments = new HashMap<>();
        engine.stores()
                .enrolments()
                .findAll(
                        client,
                        touches.stream()
                                .map(Touch::enrolmentId)
                                .filter(Objects::nonNull)
                                .toList())
                .forEach(enrolment -> enrolments.put(enrolment.id(), enrolment));
        return touches.stream()
                .filter(touch -> touch.enrolmentId() != null && enrolments.containsKey(touch.enrolmentId()))
                .map(touch -> new TouchCases.Pair(touch, enrolments.get(touch.enrolmentId())))
                .toList();
    }

    private int store(ClientId client, Map<TouchId, Draft> drafts, Holidays holidays, Instant now) {
        Changes changes = engine.changes(client, now);
        Engine.Locked locked = engine.lock(
                        client,
                        drafts.values().stream()
                                .map(draft -> draft.one().touch())
                                .toList(),
                        Setting.Hold.READ,
                        holidays,
                        now)
                .only(touch -> touch.state() == TouchState.PLANNED);
        Map<TouchId, ApprovalItem> earlier = engine.stores()
                .approvals()
                .newest(
                        client,
                        locked.pairs().stream().map(pair -> pair.touch().id()).toList());
        for (TouchCases.Pair pair : locked.pairs()) {
            Draft draft = drafts.get(pair.touch().id());
            if (pair.enrolment().state().isTerminal()) {
                GateKeeping.apply(TouchMachine.cancel(pair.touch(), GateKeeping.ended(pair.enrolment())), changes);
            } else {
                store(pair, draft, earlier.get(pair.touch().id()), changes);
            }
        }
        changes.flush();
        return locked.pairs().size();
    }

    private void store(
            TouchCases.Pair pair,
            Draft draft,
            @org.jspecify.annotations.Nullable ApprovalItem earlier,
            Changes changes) {
        switch (draft.text()) {
            case Result.Ok<Touch.TouchContent, List<String>>(Touch.TouchContent text) -> {
                boolean paid = pair.touch().kind().channel() == Channel.MAIL;
                boolean asked = (paid || draft.one().mode() != PermissionMode.AUTOPILOT)
                        && pair.touch().origin() != TouchOrigin.MANUAL;
                GateKeeping.apply(
                        engine.outlets()
                                .of(pair.touch())
                                .writtenFor(draft.one())
                                .map(address -> TouchMachine.drafted(pair.touch(), text, address, asked))
                                .orElseGet(() -> TouchMachine.drafted(pair.touch(), text, asked)),
                        changes);
                if (asked) {
                    changes.offer(pair.touch(), earlier);
                }
            }
            case Result.Err<Touch.TouchContent, List<String>>(List<String> codes) ->
                unfit(pair, String.join(", ", codes), changes);
        }
    }

    /** No acceptable text: a person has a day to see to it, then the step fails. Source: outreach 18. */
    private static void unfit(TouchCases.Pair pair, String codes, Changes changes) {
        Instant until = changes.now().plus(REVIEWED_WITHIN);
        GateKeeping.apply(TouchMachine.withdraw(pair.touch(), "content_qa_failed"), changes);
        changes.on(
                pair.enrolment(),
                new EnrolmentEvent.Hold(new Enrolment.Hold(
                        EnrolmentHold.CONTENT_QA_FAILED.wire(),
                        until,
                        "Complete the lead or change the step: " + codes + ".")));
        changes.task("content_review", pair.touch(), "No acceptable text could be made: " + codes + ".");
    }
}
