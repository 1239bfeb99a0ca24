package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls that people asked for, of runs that are locked: another attempt of the step, made when the run wakes. It is read off
 * the calls, so that whatever stops or wakes the run in between neither loses the wish nor grants it twice. Source: outreach 4.4,
 * 10.6.
 */
final class AskedCalls {

    private final Engine engine;
    private final Map<EnrolmentId, CallBook.Wish> wishes;
    private final Map<Touches.StepKey, Integer> attempts;

    private AskedCalls(Engine engine, Map<EnrolmentId, CallBook.Wish> wishes, Map<Touches.StepKey, Integer> attempts) {
        this.engine = engine;
        this.wishes = wishes;
        this.attempts = attempts;
    }

    static AskedCalls read(Engine engine, ClientId client, Collection<Enrolment> runs) {
        List<EnrolmentId> going = runs.stream()
                .filter(run -> run.nextStep() != null)
                .map(Enrolment::id)
                .toList();
        Map<EnrolmentId, CallBook.Wish> wishes =
                engine.outlets().of(Channel.VOICE).wishes(client, going);
        return new AskedCalls(
                engine,
                wishes,
                wishes.isEmpty() ? Map.of() : engine.stores().touches().attempts(client, wishes.keySet()));
    }

    /** Empty also where the call was made, or is about to be. */
    Optional<CallBook.Wish> of(Enrolment run) {
        return Optional.ofNullable(wishes.get(run.id())).filter(wish -> !wish.followed());
    }

    Touch call(Enrolment run, CallBook.Wish wish, Instant now) {
        int attempt = 1 + attempts.getOrDefault(new Touches.StepKey(run.id(), wish.stepNo(), TouchKind.VOICE), 0);
        return Touch.planned(
                new TouchId(engine.ids().next()),
                run,
                TouchOrigin.RETRY,
                TouchKind.VOICE,
                wish.stepNo(),
                attempt,
                now,
                wish.line(),
                now);
    }
}
