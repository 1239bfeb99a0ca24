package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.outreach.channel.LinkedInCommands;
import io.agencyos.application.outreach.channel.LinkedInOutreachContract;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

class FakeLinkedInInviteTest extends LinkedInOutreachContract {

    @Override
    protected World<LinkedInCommand> world() {
        MovableClock clock = new MovableClock(Instant.parse("2026-09-01T00:00:00Z"));
        ClientId client = new ClientId(new UUID(0, 2));
        return new FakeFaults<>(
                new FakeLinkedIn(clock, Set.of("acc_1")),
                clock,
                name -> LinkedInCommands.act(client, "acc_1", TouchKind.LI_INVITE, name));
    }
}
