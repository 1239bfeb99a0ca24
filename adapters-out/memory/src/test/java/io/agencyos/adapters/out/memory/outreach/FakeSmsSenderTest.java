package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsSenderContract;
import io.agencyos.application.outreach.channel.TextCommands;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

class FakeSmsSenderTest extends SmsSenderContract {

    @Override
    protected World<SmsCommand> world() {
        MovableClock clock = new MovableClock(Instant.parse("2026-09-01T00:00:00Z"));
        ClientId client = new ClientId(new UUID(0, 2));
        return new FakeFaults<>(
                new FakeSmsSender(clock, Set.of(OURS)), clock, name -> TextCommands.text(client, OURS, name));
    }
}
