package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.outlook.ExplainEnrolment;
import io.agencyos.application.outreach.outlook.ExplainEnrolmentService;
import io.agencyos.application.outreach.outlook.Irregularities;
import io.agencyos.application.outreach.outlook.Outlooks;
import io.agencyos.application.outreach.outlook.ShowCompliance;
import io.agencyos.application.outreach.outlook.ShowOutlook;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.gate.Refusal;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the outlook of a client is read from, on one set of stores; and the call that somebody asked for. Source: outreach 3.4, 10.6. */
public abstract class OutlookGround {

    final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);

    protected abstract OutreachScenario.World world(AtomicReference<Instant> time);

    /** Over the stores of this world. */
    protected abstract Outlooks outlooks(OutreachScenario.World world);

    /** The calls of these stores, the same each time. */
    protected abstract CallBook calls(OutreachScenario.World world);

    /** Over the same stores. */
    protected abstract Irregularities irregularities(OutreachScenario.World world);

    /** Over the same stores. */
    protected abstract ShowCompliance.Sources sources(OutreachScenario.World world);

    ShowOutlook show(OutreachScenario scenario) {
        OutreachScenario.World on = scenario.on();
        return ShowOutlook.over(
                outlooks(on), on.world().campaigns(), on.stores().enrolments(), on.units(), clock::get);
    }

    ExplainEnrolment.Explained explained(OutreachScenario scenario, Lead lead) {
        OutreachScenario.World on = scenario.on();
        return new ExplainEnrolmentService(
                        on.world().leads().leads(),
                        outlooks(on),
                        on.world().campaigns(),
                        on.stores().enrolments(),
                        on.stores().touches(),
                        calls(on),
                        on.units(),
                        clock::get)
                .of(scope(scenario.client()), lead.id())
                .orElseThrow();
    }

    /** What stands against the lead, found behind one of the codes of the client's status. */
    Optional<Refusal> refusal(OutreachScenario scenario, Lead lead) {
        ShowOutlook show = show(scenario);
        return show.status(scope(scenario.client())).client().causes().stream()
                .flatMap(cause ->
                        show.behind(scope(scenario.client()), cause.refusal().code(), null, null, 100).stream())
                .filter(refused -> refused.lead().equals(lead.id()))
                .map(ShowOutlook.Refused::refusal)
                .findFirst();
    }

    static TenantScope scope(ClientId client) {
        return TenantScope.worker(client);
    }

    @Test // outreach 10.6: shown as the call that was asked for, not as the step behind it
    void whoever_asked_to_be_called_is_called_next() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(4));
        Touch touch = scenario.touches(lead).getFirst();
        Instant then = clock.get().plus(Duration.ofDays(2));
        scenario.in(() -> {
            StopOutreach stop = scenario.useCases().stopOutreach();
            stop.humanReply(scenario.client(), lead.id());
            stop.snooze(scenario.client(), lead.id(), then);
            return calls(scenario.on()).add(asking(touch, clock.get()));
        });
        assertThat(explained(scenario, lead).next())
                .isNotNull()
                .returns(Channel.VOICE, ExplainEnrolment.Next::channel)
                .returns(then, ExplainEnrolment.Next::dueAt);
    }

    private static CallBook.Call asking(Touch touch, Instant ended) {
        return new CallBook.Call(
                UUID.randomUUID(),
                touch.clientId(),
                touch.leadId(),
                touch.campaignId(),
                Objects.requireNonNull(touch.enrolmentId()),
                touch.id(),
                touch.stepNo(),
                "fake-voice",
                "call-1/" + touch.id().text(),
                TextBook.OURS,
                TextBook.OURS,
                ended.minusSeconds(61),
                ended,
                61,
                CallResult.CALLBACK_REQUESTED,
                null,
                null,
                BigDecimal.ONE);
    }
}
