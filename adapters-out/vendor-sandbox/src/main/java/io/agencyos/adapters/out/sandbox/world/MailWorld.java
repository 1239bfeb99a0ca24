package io.agencyos.adapters.out.sandbox.world;

import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Population;
import io.agencyos.adapters.out.sandbox.population.Recipient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The population behind plain mail, without a server of its own: whoever carries our SMTP hands a message in, and is told
 * later, as time is pumped, what its reader did. A relay turns that into replies, bounces (DSN), complaints (ARF) and clicks.
 */
public final class MailWorld {

    /**
     * A message as it left our server.
     *
     * @param messageId our Message-ID; a second message with the same id is the same mail for every server and is dropped
     */
    public record Message(String messageId, String fromName, String from, String to, String subject, String body) {}

    /** What a reader did with a message. */
    public record Heard(Message message, Recipient reader, Reaction reaction) {}

    private final World world;
    private final Reactions reactions;
    private final List<Consumer<Heard>> listeners = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    public MailWorld(World world, Reactions reactions) {
        this.world = world;
        this.reactions = reactions;
    }

    /** Whoever wants to hear what readers do; called from {@link World#pump}, outside the room. */
    public void listen(Consumer<Heard> listener) {
        listeners.add(listener);
    }

    /** The message is at its reader's side now. Called inside the room. */
    public void deliver(Message message) {
        if (!seen.add(message.messageId())) {
            return;
        }
        String sender = message.from().substring(message.from().indexOf('@') + 1);
        String address = Population.canonical(message.to());
        Recipient reader = world.population().reader(address, "", "", "", "");
        world.ledger()
                .add(new LedgerRow(
                        0,
                        LedgerRow.Kind.EMAIL,
                        "smtp",
                        world.now(),
                        sender,
                        address,
                        message.subject(),
                        message.messageId(),
                        message.from(),
                        "",
                        "",
                        message.messageId()));
        Mail mail = new Mail(sender, message.fromName(), message.from(), address, message.subject(), message.body());
        int ordinal = world.nextOrdinal(sender, address);
        boolean saidStop = world.ledger().hasStopped(address, world.now());
        for (Reaction reaction : reactions.to(mail, reader, world.now(), ordinal, saidStop)) {
            world.schedule(
                    reaction.at(), "mail " + message.messageId(), () -> happen(new Heard(message, reader, reaction)));
        }
    }

    private void happen(Heard heard) {
        Aftermath.of(
                world, heard.reader(), heard.message().from(), heard.message().from(), heard.reaction());
        world.announce(() -> listeners.forEach(listener -> listener.accept(heard)));
    }
}
