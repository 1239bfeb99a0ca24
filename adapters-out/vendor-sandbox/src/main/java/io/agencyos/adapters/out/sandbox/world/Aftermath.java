package io.agencyos.adapters.out.sandbox.world;

import io.agencyos.adapters.out.sandbox.population.Recipient;

/** What a reaction means whoever carried the message: stops are noted, bookings are made. */
public final class Aftermath {

    private static final int MEETING_MINUTES = 30;

    private Aftermath() {}

    /** Writes down what outlives the message. */
    public static void of(World world, Recipient reader, String workspace, String mailbox, Reaction reaction) {
        switch (reaction) {
            case Reaction.Replied reply -> {
                if (reply.intent().saysStop()) {
                    world.ledger().stopped(reader.address(), world.now(), "reply");
                }
            }
            case Reaction.Unsubscribed unsubscribed ->
                world.ledger().stopped(reader.address(), world.now(), "unsubscribe");
            case Reaction.Complained complained -> world.ledger().stopped(reader.address(), world.now(), "complaint");
            case Reaction.Booked booked ->
                world.book(new Booking(
                        "bok_" + world.dice().id("booking", workspace, reader.address(), world.now()),
                        world.now(),
                        workspace,
                        reader.address(),
                        reader.name(),
                        mailbox,
                        booked.meetingAt(),
                        MEETING_MINUTES));
            case Reaction.Bounced _, Reaction.Opened _, Reaction.Clicked _ -> {}
        }
    }
}
