package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.application.outreach.channel.VoiceCallerContract;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.UUID;

class FakeVoiceCallerTest extends VoiceCallerContract {

    @Override
    protected World<VoiceCommand> world() {
        MovableClock clock = new MovableClock(Instant.parse("2026-09-01T00:00:00Z"));
        ClientId client = new ClientId(new UUID(0, 2));
        FakeVoiceCaller fake = new FakeVoiceCaller(clock);
        String assistant = fake.ensureAssistant(script(client, 9)).orElseThrow();
        return new FakeFaults<>(fake, clock, name -> dial(client, "line-1", assistant, name));
    }
}
