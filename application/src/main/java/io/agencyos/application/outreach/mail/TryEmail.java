package io.agencyos.application.outreach.mail;

import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.outreach.touch.TouchKeys;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Sends one e-mail from one of a client's mailboxes to another of its own and watches whether it leaves: whether the vendor takes what we
 * hand over, fills in our words and tells of it as we believe. No lead is written to, and no touch is made. Each trial takes a slot
 * that the address never had from this mailbox; once all are used, no further trial is possible between the two. Calls the
 * vendor, so never inside a unit of work. Source: salesforge Beyond "self-test".
 */
@PrimaryPort
public final class TryEmail {

    private static final int SLOTS = 12;
    private static final int HAND_OVERS = 5;
    private static final Duration BETWEEN = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final EmailSender sender;
    private final Consumer<ClientId> upkeep;
    private final MailboxRepository mailboxes;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final Consumer<Duration> pause;

    /** What came of a trial. */
    public sealed interface Outcome {

        /** The vendor told when it left. */
        record Left(String slot, Instant sentAt) implements Outcome {}

        /** It was taken, and within the time that was given the vendor did not tell that it left. */
        record Unseen(String slot) implements Outcome {}

        /** No trial was made. */
        record NotTried(String reason) implements Outcome {}

        record Failed(VendorFailure failure) implements Outcome {}
    }

    /**
     * @param upkeep lets the vendor's module do what a hand-over has to wait for
     * @param pause waits; the only thing that it does
     */
    public TryEmail(
            EmailSender sender,
            Consumer<ClientId> upkeep,
            MailboxRepository mailboxes,
            UnitOfWork units,
            ClockPort clock,
            Consumer<Duration> pause) {
        this.sender = sender;
        this.upkeep = upkeep;
        this.mailboxes = mailboxes;
        this.units = units;
        this.clock = clock;
        this.pause = pause;
    }

    /** @param within how long to watch once the vendor has taken it */
    public Outcome run(ClientId client, String vendor, EmailAddress from, EmailAddress to, Duration within) {
        List<Mailbox> own = units.inTenant(TenantScope.worker(client), () -> mailboxes.ofClient(client));
        Optional<Mailbox> mailbox = own.stream()
                .filter(box -> box.address().equals(from) && box.vendor().equals(vendor))
                .filter(box -> box.state() == MailboxState.CONNECTED)
                .findFirst();
        if (mailbox.isEmpty()) {
            return new Outcome.NotTried("no connected mailbox of the client is " + from.value() + " at " + vendor);
        }
        if (own.stream().noneMatch(box -> box.address().equals(to))) {
            return new Outcome.NotTried("a trial goes to a mailbox of the client's own, and to nobody else");
        }
        return free(mailbox.get(), to)
                .map(command -> handedOver(command, within))
                .orElseGet(() -> new Outcome.NotTried(
                        "every slot between the two is used, or the vendor does not say which are"));
    }

    /** The first slot for which the vendor knows nothing. */
    private Optional<EmailCommand> free(Mailbox mailbox, EmailAddress to) {
        for (int earlier = 0; earlier < SLOTS; earlier++) {
            EmailCommand command = command(mailbox, to, sender.slotFor(earlier));
            switch (sender.lookup(command, Instant.EPOCH)) {
                case LookupOutcome.Absent absent -> {
                    return Optional.of(command);
                }
                case LookupOutcome.Inconclusive unknown -> {
                    return Optional.empty();
                }
                case LookupOutcome.Found used -> {
                    // the next one
                }
            }
        }
        return Optional.empty();
    }

    private EmailCommand command(Mailbox mailbox, EmailAddress to, String slot) {
        TouchId id = new TouchId(UUID.nameUUIDFromBytes(
                ("trial|" + mailbox.id().text() + "|" + to.value() + "|" + slot).getBytes(StandardCharsets.UTF_8)));
        String text = "This e-mail shows that what is handed over leaves. Nothing has to be done about it.";
        return new EmailCommand(
                mailbox.clientId(),
                id,
                "aos1-" + id.value().toString().replace("-", ""),
                TouchOrigin.SEQUENCE,
                mailbox,
                "Trial",
                to,
                "Trial",
                null,
                null,
                null,
                "A trial of " + mailbox.domain().value(),
                text,
                "<p>" + text + "</p>",
                TouchKeys.messageId(id, mailbox.domain()),
                clock.now(),
                null,
                List.of(),
                URI.create("mailto:" + mailbox.address().value()),
                null,
                slot,
                null);
    }

    private Outcome handedOver(EmailCommand command, Duration within) {
        for (int attempt = 1; attempt <= HAND_OVERS; attempt++) {
            switch (sender.send(command)) {
                case SendOutcome.Accepted taken -> {
                    return watched(command, within);
                }
                case SendOutcome.Ambiguous perhaps -> {
                    return watched(command, within);
                }
                case SendOutcome.Rejected(VendorFailure failure) -> {
                    return new Outcome.Failed(failure);
                }
                case SendOutcome.NotAccepted(VendorFailure failure, Duration wait) -> {
                    if (attempt == HAND_OVERS) {
                        return new Outcome.Failed(failure);
                    }
                    upkeep.accept(command.clientId());
                    pause.accept(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
                }
            }
        }
        throw new IllegalStateException("the last attempt answers");
    }

    private Outcome watched(EmailCommand command, Duration within) {
        Instant end = clock.now().plus(within);
        while (true) {
            upkeep.accept(command.clientId());
            if (sender.lookup(command, Instant.EPOCH) instanceof LookupOutcome.Found(String ref, Instant sentAt)
                    && sentAt != null) {
                return new Outcome.Left(command.vendorSlot(), sentAt);
            }
            if (!clock.now().isBefore(end)) {
                return new Outcome.Unseen(command.vendorSlot());
            }
            pause.accept(BETWEEN);
        }
    }
}
