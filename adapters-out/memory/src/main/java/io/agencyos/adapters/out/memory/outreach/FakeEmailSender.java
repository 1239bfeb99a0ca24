package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.channel.EmailCapabilities;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vendor that delivers at once and fails on demand. It does not collapse a repeated key, like the most careless real
 * one, so that whoever sends twice is seen in {@link #deliveries()}. Thread-safe.
 */
public final class FakeEmailSender implements EmailSender {

    private static final String VENDOR = "fake-mail";

    /** What the next call runs into; look-up faults wait for the next look-up. */
    public enum Fault {
        DROP_BEFORE_ACCEPT,
        DROP_AFTER_ACCEPT,
        UNREACHABLE,
        RATE_LIMITED,
        UNAUTHORIZED,
        OUT_OF_CREDITS,
        REJECT_RECIPIENT,
        LOOKUP_DOWN,
        /** The look-up answers absent although the e-mail was accepted. */
        LOOKUP_LIES;

        private boolean ofLookup() {
            return this == LOOKUP_DOWN || this == LOOKUP_LIES;
        }
    }

    /** One e-mail at its reader's side. */
    public record Delivery(Instant at, String ref, EmailCommand email) {}

    private static final SendSemantics SEMANTICS = new SendSemantics(false, true, Duration.ofMinutes(10), true);

    private final ClockPort clock;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<String, Delivery> accepted = new HashMap<>();
    private final List<EmailCommand> calls = new ArrayList<>();
    private final Deque<Fault> sendFaults = new ArrayDeque<>();
    private final Deque<Fault> lookupFaults = new ArrayDeque<>();
    private final Set<Suppressed> suppressed = new HashSet<>();
    private final List<EmailAddress> recalled = new ArrayList<>();
    private int recallsFail;
    private @Nullable Runnable stall;

    private record Suppressed(ClientId client, EmailKey person) {}

    public FakeEmailSender(ClockPort clock) {
        this.clock = clock;
    }

    /** Arms one fault per coming call, in this order. */
    public synchronized FakeEmailSender failNext(Fault... faults) {
        for (Fault fault : faults) {
            (fault.ofLookup() ? lookupFaults : sendFaults).add(fault);
        }
        return this;
    }

    /** Takes back every fault that is still armed. */
    public synchronized FakeEmailSender recover() {
        sendFaults.clear();
        lookupFaults.clear();
        return this;
    }

    /** Runs once inside the next send, before anything is accepted: what happens meanwhile, such as a crash or a stop. */
    public synchronized FakeEmailSender stallNext(Runnable meanwhile) {
        stall = meanwhile;
        return this;
    }

    /** Everything that reached a reader, oldest first. */
    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** What reached this reader. */
    public synchronized List<Delivery> deliveriesTo(EmailAddress recipient) {
        return deliveries.stream()
                .filter(delivery -> delivery.email().to().key().equals(recipient.key()))
                .toList();
    }

    /** Every hand-over that was tried, delivered or not. */
    public synchronized List<EmailCommand> calls() {
        return List.copyOf(calls);
    }

    @Override
    public SendOutcome send(EmailCommand command) {
        if (command.htmlBody().isBlank()) {
            return rejected("body", "the body is empty");
        }
        if (command.subject().isBlank() || command.subject().matches("(?s).*[\\r\\n].*")) {
            return rejected("subject", "the subject is empty or broken");
        }
        Runnable meanwhile = takeStall();
        if (meanwhile != null) {
            meanwhile.run();
        }
        return handOver(command);
    }

    private synchronized @Nullable Runnable takeStall() {
        Runnable meanwhile = stall;
        stall = null;
        return meanwhile;
    }

    private synchronized SendOutcome handOver(EmailCommand command) {
        calls.add(command);
        Fault fault = sendFaults.poll();
        if (fault == null) {
            return new SendOutcome.Accepted(accept(command));
        }
        return switch (fault) {
            case DROP_BEFORE_ACCEPT -> new SendOutcome.Ambiguous(lost());
            case DROP_AFTER_ACCEPT -> {
                accept(command);
                yield new SendOutcome.Ambiguous(lost());
            }
            case UNREACHABLE ->
                new SendOutcome.NotAccepted(new VendorFailure.Unavailable(details("no connection")), null);
            case RATE_LIMITED -> {
                Duration wait = Duration.ofSeconds(60);
                yield new SendOutcome.NotAccepted(new VendorFailure.RateLimited(details("too fast"), wait), wait);
            }
            case UNAUTHORIZED -> new SendOutcome.Rejected(new VendorFailure.Unauthorized(details("wrong key")));
            case OUT_OF_CREDITS -> new SendOutcome.Rejected(new VendorFailure.OutOfCredits(details("account empty")));
            case REJECT_RECIPIENT -> rejected("to", "no such mailbox");
            case LOOKUP_DOWN, LOOKUP_LIES -> throw new IllegalStateException("a fault of the look-up");
        };
    }

    private String accept(EmailCommand command) {
        String ref = "fake/" + command.idempotencyKey();
        Delivery delivery = new Delivery(clock.now(), ref, command);
        accepted.putIfAbsent(command.idempotencyKey(), delivery);
        if (!suppressed.contains(new Suppressed(command.clientId(), command.to().key()))) {
            deliveries.add(delivery);
        }
        return ref;
    }

    @Override
    public synchronized LookupOutcome lookup(EmailCommand command, Instant since) {
        Fault fault = lookupFaults.poll();
        if (fault == Fault.LOOKUP_DOWN) {
            return new LookupOutcome.Inconclusive("unavailable");
        }
        Delivery found = accepted.get(command.idempotencyKey());
        return found == null || fault == Fault.LOOKUP_LIES
                ? new LookupOutcome.Absent()
                : new LookupOutcome.Found(found.ref(), found.at());
    }

    @Override
    public SendSemantics semantics() {
        return SEMANTICS;
    }

    @Override
    public EmailCapabilities capabilities() {
        return new EmailCapabilities(true, true, true, true, true, true);
    }

    @Override
    public String slotFor(int earlierDispatches) {
        return "";
    }

    @Override
    public synchronized Result<Boolean, VendorFailure> suppress(ClientId client, Collection<EmailAddress> addresses) {
        addresses.forEach(address -> suppressed.add(new Suppressed(client, address.key())));
        return Result.ok(true);
    }

    @Override
    public synchronized Result<Boolean, VendorFailure> unsuppress(ClientId client, Collection<EmailAddress> addresses) {
        addresses.forEach(address -> suppressed.remove(new Suppressed(client, address.key())));
        return Result.ok(true);
    }

    /** Whom the client asked not to write to. */
    public synchronized boolean isSuppressed(ClientId client, EmailAddress address) {
        return suppressed.contains(new Suppressed(client, address.key()));
    }

    /** Nothing waits here, so there is nothing to keep from leaving; that it was asked is remembered. */
    @Override
    public synchronized Result<Recall, VendorFailure> recall(ClientId client, EmailAddress address) {
        if (recallsFail > 0) {
            recallsFail--;
            return Result.err(new VendorFailure.Unavailable(details("no connection")));
        }
        recalled.add(address);
        return Result.ok(Recall.NOTHING_UNSENT);
    }

    /** Whose e-mails were asked back, oldest first. */
    public synchronized List<EmailAddress> recalled() {
        return List.copyOf(recalled);
    }

    /** The coming recalls, as many of them, are not taken. */
    public synchronized void failRecalls(int count) {
        recallsFail = count;
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return Result.ok(true);
    }

    private static SendOutcome rejected(String field, String reason) {
        return new SendOutcome.Rejected(new VendorFailure.Invalid(details(reason), field, reason));
    }

    private static VendorFailure lost() {
        return new VendorFailure.Timeout(details("no answer in time").asAmbiguous());
    }

    private static Details details(String message) {
        return Details.of(VENDOR, "send", message);
    }
}
