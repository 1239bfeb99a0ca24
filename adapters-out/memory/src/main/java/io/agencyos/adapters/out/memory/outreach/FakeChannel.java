package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.channel.ChannelCommand;
import io.agencyos.application.outreach.channel.ChannelSender;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel that reaches people at once and fails on demand. It does not collapse a repeated key, like the most
 * careless real vendor, so that whoever contacts somebody twice is seen in {@link #contacts()}. Thread-safe.
 *
 * @param <C> what the channel hands over
 */
public abstract class FakeChannel<C extends ChannelCommand> implements ChannelSender<C> {

    /** What the next call runs into; {@code LOOKUP_DOWN} waits for the next look-up. */
    public enum Fault {
        DROP_BEFORE_ACCEPT,
        DROP_AFTER_ACCEPT,
        UNREACHABLE,
        RATE_LIMITED,
        UNAUTHORIZED,
        OUT_OF_CREDITS,
        REJECT_RECIPIENT,
        LOOKUP_DOWN
    }

    /** One contact at its person's side. */
    public record Contact<C>(Instant at, String ref, C command) {}

    private static final Duration TOO_FAST = Duration.ofSeconds(60);

    private final String vendor;
    private final ClockPort clock;
    private final List<Contact<C>> contacts = new ArrayList<>();
    private final Map<String, Contact<C>> accepted = new HashMap<>();
    private final Deque<Fault> sendFaults = new ArrayDeque<>();
    private final Deque<Fault> lookupFaults = new ArrayDeque<>();
    private int calls;
    private @Nullable Runnable stall;
    private @Nullable Runnable lookupStall;

    FakeChannel(String vendor, ClockPort clock) {
        this.vendor = vendor;
        this.clock = clock;
    }

    /** What is wrong with this before any call; empty when it may be handed over. */
    abstract Optional<VendorFailure> refused(C command);

    /** Arms one fault per coming call, in this order. */
    public synchronized void failNext(Fault... faults) {
        for (Fault fault : faults) {
            (fault == Fault.LOOKUP_DOWN ? lookupFaults : sendFaults).add(fault);
        }
    }

    /** Everything that reached a person, oldest first. */
    public synchronized List<Contact<C>> contacts() {
        return List.copyOf(contacts);
    }

    /** Hand-overs that were tried, whatever came of them. */
    public synchronized int calls() {
        return calls;
    }

    /** Runs once inside the next send, before anything is accepted: what happens meanwhile, such as a crash or a stop. */
    public synchronized void stallNext(Runnable meanwhile) {
        stall = meanwhile;
    }

    /** Runs once inside the next look-up, which answers as if it had been asked behind it. */
    public synchronized void stallNextLookup(Runnable meanwhile) {
        lookupStall = meanwhile;
    }

    @Override
    public SendOutcome send(C command) {
        Optional<VendorFailure> refused = refused(command);
        if (refused.isPresent()) {
            return new SendOutcome.Rejected(refused.get());
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

    private synchronized @Nullable Runnable takeLookupStall() {
        Runnable meanwhile = lookupStall;
        lookupStall = null;
        return meanwhile;
    }

    private synchronized SendOutcome handOver(C command) {
        calls++;
        Fault fault = sendFaults.poll();
        if (fault == null) {
            return new SendOutcome.Accepted(accept(command));
        }
        return switch (fault) {
            case DROP_BEFORE_ACCEPT -> lost();
            case DROP_AFTER_ACCEPT -> {
                accept(command);
                yield lost();
            }
            case UNREACHABLE ->
                new SendOutcome.NotAccepted(new VendorFailure.Unavailable(details("no connection")), null);
            case RATE_LIMITED ->
                new SendOutcome.NotAccepted(new VendorFailure.RateLimited(details("too fast"), TOO_FAST), TOO_FAST);
            case UNAUTHORIZED -> new SendOutcome.Rejected(new VendorFailure.Unauthorized(details("wrong key")));
            case OUT_OF_CREDITS -> new SendOutcome.Rejected(new VendorFailure.OutOfCredits(details("account empty")));
            case REJECT_RECIPIENT -> new SendOutcome.Rejected(invalid("recipient", "nobody there"));
            case LOOKUP_DOWN -> throw new IllegalStateException("a fault of the look-up");
        };
    }

    private String accept(C command) {
        Contact<C> contact = new Contact<>(clock.now(), "fake/" + command.idempotencyKey(), command);
        accepted.putIfAbsent(command.idempotencyKey(), contact);
        contacts.add(contact);
        return contact.ref();
    }

    @Override
    public LookupOutcome lookup(C command, Instant since) {
        Runnable meanwhile = takeLookupStall();
        if (meanwhile != null) {
            meanwhile.run();
        }
        return found(command, since);
    }

    private synchronized LookupOutcome found(C command, Instant since) {
        if (lookupFaults.poll() != null) {
            return new LookupOutcome.Inconclusive("unavailable");
        }
        Contact<C> found = accepted.get(command.idempotencyKey());
        return found == null || found.at().isBefore(since)
                ? new LookupOutcome.Absent()
                : new LookupOutcome.Found(found.ref(), found.at());
    }

    @Override
    public SendSemantics semanticsOf(C command) {
        return new SendSemantics(false, true, Duration.ofMinutes(5), true);
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return Result.ok(true);
    }

    VendorFailure.Invalid invalid(String field, String reason) {
        return new VendorFailure.Invalid(details(reason), field, reason);
    }

    Details details(String message) {
        return Details.of(vendor, "send", message);
    }

    private SendOutcome lost() {
        return new SendOutcome.Ambiguous(
                new VendorFailure.Timeout(details("no answer in time").asAmbiguous()));
    }
}
