package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Places;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.gate.Folding;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.call.CallHealth;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.outreach.call.CallTrouble;
import io.agencyos.domain.outreach.call.Redial;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchKeys;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.TouchId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The redial is a touch of its own, which every gate looks at; holidays are theirs, as nothing is read twice here. */
final class ConcludeCallsService implements ConcludeCalls {

    private static final Holidays NONE = new Holidays(List.of());

    private final Engine engine;
    private final Outcomes outcomes;
    private final VoicePorts ports;
    private final CallArchive archive;

    ConcludeCallsService(Engine engine, Outcomes outcomes, VoicePorts ports, CallArchive archive) {
        this.engine = engine;
        this.outcomes = outcomes;
        this.ports = ports;
        this.archive = archive;
    }

    @Override
    public boolean concluded(ClientId client, TouchId touch, Ended ended) {
        CallReport report = ended.report();
        return conclude(
                client,
                touch,
                ended,
                CallResult.of(report.outcome()),
                report.trouble().orElse(null));
    }

    @Override
    public boolean untold(ClientId client, TouchId touch, String vendor, String ref, Instant at) {
        CallReport nothing = new CallReport(
                CallOutcome.CANCELLED, Optional.empty(), 0, BigDecimal.ZERO, Optional.empty(), Optional.empty(), false);
        return conclude(client, touch, new Ended(vendor, ref, at, nothing), CallResult.NO_REPORT, null);
    }

    private boolean conclude(
            ClientId client, TouchId id, Ended ended, CallResult result, @Nullable CallTrouble trouble) {
        List<Touch> touches = engine.stores().touches().findAll(client, List.of(id)).stream()
                .filter(touch -> touch.kind() == TouchKind.VOICE && touch.recipient() != null)
                .toList();
        if (touches.isEmpty()) {
            return false;
        }
        Folding folding = outcomes.folding(client, touches, NONE, engine.clock().now());
        TouchCase one = folding.cases().getFirst();
        CallBook.Call call = call(one.touch(), ended, result, folding.setting());
        if (!ports.calls().add(call)) {
            return false;
        }
        outcomes.accepted(one, ended.ref(), call.startedAt(), folding);
        if (result != CallResult.NO_REPORT) {
            engine.world()
                    .meter()
                    .settleUsd(
                            client,
                            id.value(),
                            CallTerms.minutes(ended.report().seconds()),
                            ended.report().costUsd());
        }
        told(call, folding.changes());
        if (ended.report().recorded()) {
            archive.recorded(client, call.id(), ended.at());
        }
        if (trouble != null) {
            ports.calls().failed(client, call.id(), trouble);
            troubled(one.touch(), trouble, folding.changes());
        }
        warn(one.touch(), call, folding.changes());
        if (trouble == null || mayTryAgain(trouble)) {
            again(one, call, folding);
        }
        folding.changes().flush();
        return true;
    }

    private CallBook.Call call(Touch touch, Ended ended, CallResult result, Setting setting) {
        CallReport report = ended.report();
        return new CallBook.Call(
                engine.ids().next(),
                touch.clientId(),
                touch.leadId(),
                touch.campaignId(),
                Objects.requireNonNull(touch.enrolmentId(), "a call belongs to a run"),
                touch.id(),
                touch.stepNo(),
                ended.vendor(),
                ended.ref(),
                setting.numbers(ports.numbers()).stream()
                        .filter(number -> number.id().equals(touch.resourceId()))
                        .map(number -> number.number())
                        .findFirst()
                        .orElse(null),
                new PhoneNumber(Objects.requireNonNull(touch.recipient())),
                ended.at().minusSeconds(report.seconds()),
                ended.at(),
                report.seconds(),
                result,
                report.summary().orElse(null),
                report.transcript().orElse(null),
                report.costUsd());
    }

    private void told(CallBook.Call call, Changes changes) {
        ActivityAction action = call.result() == CallResult.VOICEMAIL_LEFT
                ? ActivityAction.VOICEMAIL_LEFT
                : call.result().spoke() ? ActivityAction.COMPLETED : null;
        if (action != null) {
            changes.activity(new Activity(
                    new ActivityId(engine.ids().next()),
                    call.clientId(),
                    call.leadId(),
                    call.campaignId(),
                    action,
                    Channel.VOICE,
                    TouchKind.VOICE,
                    call.touchId(),
                    call.stepNo(),
                    call.endedAt(),
                    action.wire() + ":" + call.touchId(),
                    null,
                    ActivityActor.LEAD));
        }
    }

    /** A new attempt waits until what it was held by is over. */
    private static boolean mayTryAgain(CallTrouble trouble) {
        return switch (trouble) {
            case LINE,
                    RATE_LIMITED,
                    NUMBER_SPENT,
                    OUT_OF_CREDITS,
                    CARRIER_RIGHTS,
                    NUMBER_SETUP,
                    ASSISTANT_SETUP,
                    FRAUD_CHECK -> true;
            case MISDIALLED, UNKNOWN_END_REASON -> false;
        };
    }

    private void troubled(Touch touch, CallTrouble trouble, Changes changes) {
        switch (trouble) {
            case LINE, RATE_LIMITED, NUMBER_SPENT -> {
                // it passes by itself
            }
            case MISDIALLED ->
                ports.addresses()
                        .put(
                                touch.clientId(),
                                new ChannelAddresses.Standing(
                                        touch.leadId(),
                                        Channel.VOICE,
                                        Objects.requireNonNull(touch.recipient()),
                                        AddressState.INVALID,
                                        "misdialled",
                                        changes.now()));
            case OUT_OF_CREDITS ->
                changes.alert("vendor_account_blocked", "calls", "Calls end at once: the account for calls is empty.");
            case CARRIER_RIGHTS ->
                changes.alert("carrier_rights", number(touch), "The carrier does not let one of your numbers call.");
            case NUMBER_SETUP -> changes.alert("number_setup", number(touch), "One of your numbers cannot call there.");
            case FRAUD_CHECK ->
                changes.alert("fraud_check", "calls", "The calling service holds your calls back. Ask it why.");
            case ASSISTANT_SETUP ->
                changes.alert(
                        "assistant_setup",
                        touch.campaignId().text(),
                        "The assistant of a campaign does not work: nobody of it is called for a day, then it is tried"
                                + " again. Look at its voice, model and keys at the calling service.");
            case UNKNOWN_END_REASON ->
                changes.alert(
                        "unknown_end_reason", "calls", "A call ended for a reason that is not known. Look at it.");
        }
    }

    /** What rests from now on is told once it is known. Source: vapi "Beyond". */
    private void warn(Touch touch, CallBook.Call call, Changes changes) {
        if (call.result() == CallResult.FAILED_TECHNICAL
                && CallHealth.isBroken(ports.calls().newest(call.clientId(), CallHealth.JUDGED))) {
            changes.alert(
                    "call_quality",
                    "calls",
                    "More than a fifth of your last 50 calls broke: nobody is called for a day, then it is tried"
                            + " again.");
        }
        PhoneNumber from = call.from();
        if (from != null && call.result().rang() && !call.result().spoke()) {
            ports.calls().answered(call.clientId(), call.endedAt()).stream()
                    .filter(number -> number.number().equals(from) && number.isShunned())
                    .forEach(number -> changes.alert(
                            "number_unanswered",
                            number(touch),
                            "Hardly anybody takes the calls of one of your numbers: it rests for 14 days. It may be"
                                    + " marked as spam; ask its carrier."));
        }
    }

    private static String number(Touch touch) {
        return touch.resourceId() == null ? "none" : touch.resourceId().text();
    }

    /** Only for a run that goes on: whoever answered, booked or stopped meanwhile is not dialled again. */
    private void again(TouchCase one, CallBook.Call call, Folding folding) {
        Touch touch = one.touch();
        EnrolmentId run = touch.enrolmentId();
        if (run == null || !folding.changes().latest(one.enrolment()).state().maySend()) {
            return;
        }
        int attempt = 1
                + engine.stores()
                        .touches()
                        .attempts(touch.clientId(), List.of(run))
                        .getOrDefault(new Touches.StepKey(run, touch.stepNo(), TouchKind.VOICE), touch.attemptNo());
        String key = TouchKeys.idempotencyKey(run.value(), touch.stepNo(), TouchKind.VOICE, attempt);
        Redial.at(
                        ports.calls().dials(touch.clientId(), run, touch.stepNo()),
                        call.endedAt(),
                        ports.terms()
                                .overran(Objects.requireNonNullElse(touch.sentAt(), call.startedAt()), call.endedAt()),
                        one.calendar(),
                        key)
                .ifPresent(at -> folding.changes()
                        .plan(Touch.planned(
                                new TouchId(engine.ids().next()),
                                one.enrolment(),
                                TouchOrigin.RETRY,
                                TouchKind.VOICE,
                                touch.stepNo(),
                                attempt,
                                at,
                                touch.resourceId(),
                                engine.clock().now())));
    }

    @Override
    public Optional<Instant> calledAgain(ClientId client, Lead lead, Instant wanted) {
        Enrolment run =
                engine.stores().enrolments().newest(client, List.of(lead.id())).get(lead.id());
        boolean over = run == null || run.state().isTerminal() || run.nextStep() == null;
        if (over || ports.calls().dials(client, run.id(), run.currentStep()).size() >= Redial.MOST_DIALS) {
            return Optional.empty();
        }
        Setting setting =
                engine.setting(client, Setting.Hold.READ, NONE, engine.clock().now());
        return Redial.asked(wanted, Places.askedCall(Places.of(lead, setting.zone()), setting));
    }

    @Override
    public void cameTo(ClientId client, String vendor, String ref, CallResult result) {
        ports.calls().byRef(client, vendor, ref).ifPresent(call -> {
            ports.calls().update(call.cameTo(result));
            if (result == CallResult.RECORDING_DECLINED) {
                archive.declined(client, call.id(), engine.clock().now());
            }
        });
    }
}
