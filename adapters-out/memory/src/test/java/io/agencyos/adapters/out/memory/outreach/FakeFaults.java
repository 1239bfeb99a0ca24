package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.application.outreach.channel.ChannelCommand;
import io.agencyos.application.outreach.channel.ChannelSender;
import io.agencyos.application.outreach.channel.ChannelSenderContract.Fault;
import io.agencyos.application.outreach.channel.ChannelSenderContract.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A kit's world in front of a fake channel. */
record FakeFaults<C extends ChannelCommand>(FakeChannel<C> fake, MovableClock clock, Function<String, C> contacts)
        implements World<C> {

    @Override
    public ChannelSender<C> sender() {
        return fake;
    }

    @Override
    public C contact(String name) {
        return contacts.apply(name);
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public void next(Fault fault) {
        fake.failNext(
                switch (fault) {
                    case LOST_REQUEST -> FakeChannel.Fault.DROP_BEFORE_ACCEPT;
                    case LOST_ANSWER -> FakeChannel.Fault.DROP_AFTER_ACCEPT;
                    case RATE_LIMITED -> FakeChannel.Fault.RATE_LIMITED;
                    case WRONG_CREDENTIAL -> FakeChannel.Fault.UNAUTHORIZED;
                    case NO_CREDITS -> FakeChannel.Fault.OUT_OF_CREDITS;
                    case REFUSED_RECIPIENT -> FakeChannel.Fault.REJECT_RECIPIENT;
                    case LOOKUP_DOWN -> FakeChannel.Fault.LOOKUP_DOWN;
                });
    }

    @Override
    public int handOvers() {
        return fake.calls();
    }

    @Override
    public void settle() {
        clock.advance(Duration.ofHours(1));
    }

    @Override
    public List<String> reached(C contact) {
        return fake.contacts().stream()
                .map(reached -> reached.command().idempotencyKey())
                .filter(contact.idempotencyKey()::equals)
                .toList();
    }
}
