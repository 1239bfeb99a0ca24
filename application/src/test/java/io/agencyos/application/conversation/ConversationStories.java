package io.agencyos.application.conversation;

import io.agencyos.application.conversation.store.ConversationStores;
import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.application.lead.enrichment.PhoneProofs;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.resource.SendingDomains;
import io.agencyos.application.resource.seat.SeatConnections;
import io.agencyos.application.resource.seat.Seats;
import io.agencyos.domain.client.PermissionMode;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What every story of what comes back needs: an outreach world, the conversation's stores and a clock. */
public abstract class ConversationStories {

    /** What a story runs on. */
    public record Ground(
            OutreachScenario.World outreach,
            ConversationStores stores,
            Seats seats,
            SeatConnections connections,
            Timeline timeline,
            Alerts alerts,
            VoicePorts voice,
            CallArchive archive,
            SendingDomains domains,
            Breakers breakers,
            PhoneProofs phones) {}

    protected final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);

    /** A world of its own on this clock. */
    protected abstract Ground ground(AtomicReference<Instant> time);

    /** The answer of the next call is lost: nobody knows whether the e-mail left. */
    protected abstract void loseNextAnswer();

    protected final ConversationScenario scenario() {
        return scenario(PermissionMode.AUTOPILOT);
    }

    protected final ConversationScenario scenario(PermissionMode mode) {
        clock.set(OutreachScenario.MONDAY_MORNING);
        Ground on = ground(clock);
        return new ConversationScenario(on, clock, mode, hookId -> Optional.empty());
    }
}
