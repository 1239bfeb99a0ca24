package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Callbacks;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.HandleReply;
import io.agencyos.application.conversation.reply.SaidMatch;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.application.conversation.reply.Writing;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.application.conversation.world.CallWorld;
import io.agencyos.application.outreach.ConcludeCalls;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.domain.conversation.CallTalk;
import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls that ended: kept and redialled by those who call, once; what a person said in them is read like a reply and stands
 * with the call. Source: outreach 10.6, 10.7, content 4.6, vapi 6, 7.
 */
final class CallEvents {

    private static final Duration UNTOLD_AFTER = Duration.ofHours(24);

    /** Somebody, or somebody's machine, took the call: the number works. */
    private static final Set<CallOutcome> TAKEN =
            Set.of(CallOutcome.ANSWERED, CallOutcome.TRANSFERRED, CallOutcome.VOICEMAIL_LEFT);

    private final Desk desk;
    private final SaidMatch match;
    private final HandleReply replies;
    private final CallWorld calls;
    private final ReachedNumbers reached;
    private final SilentCalls silent;
    private final Callbacks callbacks;

    CallEvents(Desk desk, HandleReply replies) {
        this.desk = desk;
        this.match = new SaidMatch(desk);
        this.replies = replies;
        this.calls = desk.world().channels().calls();
        this.reached = new ReachedNumbers(desk);
        this.silent = new SilentCalls(desk);
        this.callbacks = new Callbacks(desk);
    }

    Verdict reported(Claimed claimed, ChannelEvent.CallReported event) {
        return ended(claimed, event.about(), event.report());
    }

    /** The report may still come; where it does not, the vendor is asked for it. */
    Verdict over(Claimed claimed, ChannelEvent.CallOver event) {
        ClientId client = client(claimed);
        String vendor = claimed.key().feed().vendor();
        String ref = event.about().vendorRef();
        if (ref == null) {
            return settled(Verdicts.ignored(claimed, desk.now()));
        }
        Optional<Verdict> over =
                desk.inTenant(client, () -> told(claimed, vendor, ref).map(this::settle));
        if (over.isPresent()) {
            return over.get();
        }
        Optional<VoiceCaller> caller = desk.world().channels().sources().calls(vendor);
        return caller.map(asked -> asked(claimed, event, asked, ref))
                .orElseGet(() -> settled(Verdicts.failed(claimed, "nobody can be asked for this call", desk.now())));
    }

    /** Empty where the vendor has to be asked. */
    private Optional<Verdict> told(Claimed claimed, String vendor, String ref) {
        if (calls.book().byRef(client(claimed), vendor, ref).isPresent()) {
            return Optional.of(Verdicts.done(claimed, desk.now()));
        }
        return claimed.attempts() == 1
                ? Optional.of(Verdicts.notYet(claimed, "its report may still come", desk.now()))
                : Optional.empty();
    }

    private Verdict asked(Claimed claimed, ChannelEvent.CallOver event, VoiceCaller caller, String ref) {
        return switch (caller.report(client(claimed), ref)) {
            case Result.Err<VoiceCaller.State, VendorFailure>(VendorFailure failure) ->
                later(claimed, event, failure.toString());
            case Result.Ok<VoiceCaller.State, VendorFailure>(VoiceCaller.State state) ->
                switch (state) {
                    case VoiceCaller.State.Pending(String word) ->
                        later(claimed, event, silent.ended(client(claimed), caller, ref, event.at(), word));
                    case VoiceCaller.State.Ended(CallReport report) -> ended(claimed, event.about(), report);
                };
        };
    }

    /** Of a call without report for a day, nobody knows what it came to. */
    private Verdict later(Claimed claimed, ChannelEvent.CallOver event, String why) {
        ClientId client = client(claimed);
        String ref = event.about().vendorRef();
        boolean given = ref != null && desk.now().isAfter(claimed.receivedAt().plus(UNTOLD_AFTER));
        if (!given) {
            return settled(Verdicts.notYet(claimed, why, desk.now()));
        }
        return desk.inTenant(client, () -> {
            match.touch(client, event.about()).ifPresent(touch -> {
                calls.conclude().untold(client, touch.id(), claimed.key().feed().vendor(), ref, at(claimed));
                keepWish(claimed, touch, ref);
            });
            return settle(Verdicts.done(claimed, desk.now()));
        });
    }

    private Verdict ended(Claimed claimed, ChannelEvent.About about, CallReport report) {
        ClientId client = client(claimed);
        String ref = about.vendorRef();
        if (ref == null) {
            return settled(Verdicts.unmatched(claimed, desk.now()));
        }
        return switch (desk.inTenant(client, () -> keep(claimed, about, ref, report))) {
            case Heard.All(Verdict verdict) -> verdict;
            // a break here is taken up by the next attempt, which finds the call kept and goes on to what was said
            case Heard.Words words -> talked(claimed, about, ref, report);
            case Heard.Transfer(Known touch) -> transferred(claimed, touch);
        };
    }

    /** What the unit that keeps a call leaves to be done. */
    private sealed interface Heard {

        /** Nothing. */
        record All(Verdict verdict) implements Heard {}

        /** Somebody answered; what was said is read. */
        record Words() implements Heard {}

        /** A person of the client took it over. */
        record Transfer(Known touch) implements Heard {}
    }

    private Heard keep(Claimed claimed, ChannelEvent.About about, String ref, CallReport report) {
        ClientId client = client(claimed);
        Optional<Known> touch = match.touch(client, about);
        if (touch.isEmpty()) {
            return new Heard.All(settle(Verdicts.unmatched(claimed, desk.now())));
        }
        calls.conclude()
                .concluded(
                        client,
                        touch.get().id(),
                        new ConcludeCalls.Ended(claimed.key().feed().vendor(), ref, at(claimed), report));
        if (TAKEN.contains(report.outcome())) {
            reached.tell(client, List.of(touch.get().id()));
        }
        return switch (report.outcome()) {
            case ANSWERED -> {
                keepWish(claimed, touch.get(), ref);
                yield new Heard.Words();
            }
            case TRANSFERRED -> new Heard.Transfer(touch.get());
            case BUSY, NO_ANSWER, VOICEMAIL_LEFT, VOICEMAIL_DETECTED, CANCELLED, FAILED_TECHNICAL ->
                new Heard.All(settle(Verdicts.done(claimed, desk.now())));
        };
    }

    /** What the assistant noted while it spoke stands, also where nobody ever tells what was said. */
    private void keepWish(Claimed claimed, Known touch, String ref) {
        if (touch.sentAt() != null && callbacks.notedSince(client(claimed), touch.lead(), touch.sentAt())) {
            calls.conclude().cameTo(client(claimed), claimed.key().feed().vendor(), ref, CallResult.CALLBACK_REQUESTED);
        }
    }

    private Verdict talked(Claimed claimed, ChannelEvent.About about, String ref, CallReport report) {
        ClientId client = client(claimed);
        String words = report.transcript().map(CallTalk::wordsOf).orElse("");
        if (words.isBlank()) {
            return settled(Verdicts.done(claimed, desk.now()));
        }
        Writing said = new Writing.Said(
                "call/" + ref,
                at(claimed),
                about,
                words,
                null,
                SuppressionSource.VOICE_CALL,
                CallTalk.optsOut(words) ? Classification.ofKeyword() : null,
                null);
        Verdict verdict = replies.handle(claimed, said);
        desk.inTenant(
                client,
                () -> desk.stores()
                        .replies()
                        .findByProviderMessage(client, claimed.key().feed().vendor(), said.key())
                        .flatMap(reply -> result(reply, words, at(claimed)))
                        .map(result -> {
                            calls.conclude().cameTo(client, claimed.key().feed().vendor(), ref, result);
                            return result;
                        }));
        return verdict;
    }

    private Optional<CallResult> result(Reply reply, String words, Instant at) {
        Reply.Reading reading = reply.reading();
        return reading == null
                ? Optional.empty()
                : Optional.of(callbacks.resultOf(
                        reply,
                        reading.intent(),
                        reading.flags().contains("opt_out") || reading.flags().contains("anger"),
                        words,
                        at));
    }

    /** A person of the client took over: nothing is sent until somebody says what came of it. */
    private Verdict transferred(Claimed claimed, Known touch) {
        ClientId client = client(claimed);
        return desk.inTenant(client, () -> {
            desk.world().stop().humanReply(client, touch.lead());
            desk.world()
                    .leads()
                    .leads()
                    .findForUpdate(client, touch.lead())
                    .filter(lead -> lead.status().repliesNow())
                    .ifPresent(this::answered);
            return settle(Verdicts.done(claimed, desk.now()));
        });
    }

    private void answered(Lead lead) {
        desk.world().leads().leads().update(lead.becoming(LeadStatus.REPLIED, desk.now()));
    }

    /** The vendor has nothing of the call any more. */
    Verdict erased(Claimed claimed, ChannelEvent.CallErased event) {
        ClientId client = client(claimed);
        String ref = event.about().vendorRef();
        return desk.inTenant(client, () -> {
            boolean known = ref != null
                    && calls.book()
                            .byRef(client, claimed.key().feed().vendor(), ref)
                            .map(call -> {
                                calls.archive().deleted(client, call.id(), at(claimed), "vendor");
                                return call;
                            })
                            .isPresent();
            return settle(known ? Verdicts.done(claimed, desk.now()) : Verdicts.ignored(claimed, desk.now()));
        });
    }

    private Instant at(Claimed claimed) {
        return desk.clamped(claimed.event().at(), claimed.receivedAt());
    }

    private static ClientId client(Claimed claimed) {
        return claimed.key().feed().client();
    }

    private Verdict settle(Verdict verdict) {
        desk.stores().inbox().settle(List.of(verdict));
        return verdict;
    }

    private Verdict settled(Verdict verdict) {
        return desk.inTenant(client(verdict.claimed()), () -> settle(verdict));
    }
}
