package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.channel.AddressVerifier;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A post office that prints an hour after the order, so that a piece can be taken back until then, posts it the same day
 * and delivers it after three.
 */
public final class FakePostOffice extends FakeChannel<PostCommand> implements PostSender, AddressVerifier {

    private static final Duration UNTIL_PRINTED = Duration.ofHours(1);
    private static final Duration UNTIL_DISPATCHED = Duration.ofHours(8);
    private static final Duration UNTIL_DELIVERED = Duration.ofDays(3);
    private static final long LETTER_CENTS = 250;
    private static final long POSTCARD_CENTS = 150;

    private final ClockPort clock;
    private final Set<String> cancelled = new HashSet<>();
    private final Set<String> returned = new HashSet<>();
    private volatile long letterCents = LETTER_CENTS;

    public FakePostOffice(ClockPort clock) {
        super("fake-post", clock);
        this.clock = clock;
    }

    /** A letter costs this from now on. */
    public void costs(long cents) {
        letterCents = cents;
    }

    /** Nobody lives where this piece went. */
    public synchronized void returns(String ref) {
        returned.add(ref);
    }

    @Override
    Optional<VendorFailure> refused(PostCommand command) {
        if (command.problem().isPresent()) {
            return Optional.of(invalid("recipient", "address_invalid"));
        }
        return command.approvedFor(price(command))
                ? Optional.empty()
                : Optional.of(invalid(PostSender.QUOTE, "the price rose by more than a tenth"));
    }

    private long price(PostCommand command) {
        return switch (command.piece()) {
            case PostCommand.Piece.Letter letter -> letterCents;
            case PostCommand.Piece.Postcard postcard -> POSTCARD_CENTS;
        };
    }

    @Override
    public SendSemantics semanticsOf(PostCommand command) {
        return new SendSemantics(false, true, Duration.ofMinutes(30), false);
    }

    @Override
    public Result<Long, VendorFailure> quote(PostCommand command) {
        return Result.ok(price(command));
    }

    @Override
    public synchronized Result<State, VendorFailure> state(ClientId client, String vendorRef) {
        return ordered(client, vendorRef)
                .<Result<State, VendorFailure>>map(piece -> Result.ok(state(piece)))
                .orElseGet(() -> Result.err(new VendorFailure.NotFound(details("no such piece"))));
    }

    private Optional<Contact<PostCommand>> ordered(ClientId client, String vendorRef) {
        return contacts().stream()
                .filter(piece -> piece.ref().equals(vendorRef)
                        && piece.command().clientId().equals(client))
                .findFirst();
    }

    private State state(Contact<PostCommand> piece) {
        if (cancelled.contains(piece.ref())) {
            return State.CANCELLED;
        }
        if (returned.contains(piece.ref())) {
            return State.RETURNED;
        }
        Instant now = clock.now();
        if (now.isBefore(piece.at().plus(UNTIL_PRINTED))) {
            return State.QUEUED;
        }
        if (now.isBefore(piece.at().plus(UNTIL_DISPATCHED))) {
            return State.PRINTED;
        }
        return now.isBefore(piece.at().plus(UNTIL_DELIVERED)) ? State.DISPATCHED : State.DELIVERED;
    }

    @Override
    public synchronized Result<Boolean, VendorFailure> cancel(ClientId client, String vendorRef) {
        return state(client, vendorRef).flatMap(state -> {
            if (state != State.QUEUED && state != State.CANCELLED) {
                return Result.err(new VendorFailure.Conflict(details("printed already")));
            }
            cancelled.add(vendorRef);
            return Result.ok(true);
        });
    }

    /** Nobody lives in Nowhere; a street that is cut short is written out. */
    @Override
    public Result<Verdict, VendorFailure> verify(ClientId client, PostalAddress address) {
        if (address.line1().contains("Nowhere")) {
            return Result.ok(new Verdict.Failed());
        }
        return Result.ok(
                address.line1().endsWith(" St")
                        ? new Verdict.Corrected(new PostalAddress(
                                address.name(),
                                address.company(),
                                address.line1() + "reet",
                                address.line2(),
                                address.suburb(),
                                address.state(),
                                address.postcode()))
                        : new Verdict.Verified());
    }

    /** What was not taken back in time. */
    public synchronized List<Contact<PostCommand>> posted() {
        return contacts().stream()
                .filter(piece -> state(piece) != State.CANCELLED && state(piece) != State.QUEUED)
                .toList();
    }
}
