package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.application.outreach.channel.AddressVerifier;
import io.agencyos.application.outreach.channel.ChannelSender;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostOfficeContract;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class FakePostOfficeTest extends PostOfficeContract {

    @Override
    protected AddressVerifier addresses() {
        return new FakePostOffice(() -> Instant.EPOCH);
    }

    @Override
    protected World<PostCommand> world() {
        MovableClock clock = new MovableClock(Instant.parse("2026-09-01T00:00:00Z"));
        ClientId client = new ClientId(new UUID(0, 2));
        FakePostOffice office = new FakePostOffice(clock);
        FakeFaults<PostCommand> world = new FakeFaults<>(office, clock, name -> letter(client, name));
        return new World<>() {

            @Override
            public ChannelSender<PostCommand> sender() {
                return office;
            }

            @Override
            public PostCommand contact(String name) {
                return world.contact(name);
            }

            @Override
            public Instant now() {
                return world.now();
            }

            @Override
            public void next(Fault fault) {
                world.next(fault);
            }

            @Override
            public int handOvers() {
                return world.handOvers();
            }

            @Override
            public void settle() {
                world.settle();
            }

            @Override
            public List<String> reached(PostCommand contact) {
                return office.posted().stream()
                        .map(piece -> piece.command().idempotencyKey())
                        .filter(contact.idempotencyKey()::equals)
                        .toList();
            }
        };
    }
}
