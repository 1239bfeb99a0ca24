package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.channel.LinkedInChecks;
import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Seats whose invitations wait until they are withdrawn or {@link #accept}ed. */
public final class FakeLinkedIn extends FakeChannel<LinkedInCommand> implements LinkedInOutreach {

    private final Set<String> seats;
    private final Set<String> gone = new HashSet<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<Invitation> byHand = new ArrayList<>();
    private final ClockPort clock;

    public FakeLinkedIn(ClockPort clock, Set<String> seats) {
        super("fake-linkedin", clock);
        this.seats = Set.copyOf(seats);
        this.clock = clock;
    }

    /** The owner of the account invites so many people now, of whom nobody answers. */
    public synchronized void invitedByHand(int people) {
        for (int i = 0; i < people; i++) {
            String ref = "by-hand-" + byHand.size();
            byHand.add(new Invitation(ref, "person/" + ref, clock.now()));
        }
    }

    @Override
    Optional<VendorFailure> refused(LinkedInCommand command) {
        return LinkedInChecks.problem(command)
                .<VendorFailure>map(problem -> invalid(problem.field(), problem.reason()))
                .or(() -> foreign(command.seat().vendorRef()))
                .or(() -> connected(command));
    }

    private Optional<VendorFailure> foreign(String seat) {
        return seats.contains(seat) ? Optional.empty() : Optional.of(invalid("seat", "not a seat of this client"));
    }

    private synchronized Optional<VendorFailure> connected(LinkedInCommand command) {
        boolean known = command.kind() == TouchKind.LI_INVITE
                && relations.stream().anyMatch(one -> one.personRef().equals(person(command.profile())));
        return known
                ? Optional.of(
                        new VendorFailure.Conflict(details("connected already").withVendorCode(ALREADY_CONNECTED)))
                : Optional.empty();
    }

    private static String person(LinkedInUrl profile) {
        return "person/" + profile.slug();
    }

    /** The person takes the seat's invitation. */
    public synchronized void accept(LinkedInUrl profile, Instant at) {
        relations.addFirst(new Relation(person(profile), profile.slug(), at));
    }

    @Override
    public synchronized LookupOutcome lookup(LinkedInCommand command, Instant since) {
        return command.kind() == TouchKind.LI_VIEW
                ? new LookupOutcome.Inconclusive("a look leaves no trace")
                : super.lookup(command, since);
    }

    @Override
    public SendSemantics semanticsOf(LinkedInCommand command) {
        return command.kind() == TouchKind.LI_VIEW
                ? new SendSemantics(false, false, Duration.ZERO, false)
                : super.semanticsOf(command);
    }

    @Override
    public Result<Capabilities, VendorFailure> capabilities(ClientId client, String seat) {
        return Result.ok(new Capabilities(LinkedInChecks.LONGEST_NOTE, Optional.empty()));
    }

    @Override
    public synchronized Result<Profile, VendorFailure> resolve(ClientId client, String seat, LinkedInUrl profile) {
        String person = person(profile);
        boolean connected =
                relations.stream().anyMatch(relation -> relation.personRef().equals(person));
        boolean invited =
                waiting().stream().anyMatch(invitation -> invitation.personRef().equals(person));
        return Result.ok(new Profile(person, connected, invited && !connected));
    }

    private List<Invitation> waiting() {
        return contacts().stream()
                .filter(contact -> contact.command().kind() == TouchKind.LI_INVITE && !gone.contains(contact.ref()))
                .map(contact ->
                        new Invitation(contact.ref(), person(contact.command().profile()), contact.at()))
                .toList();
    }

    @Override
    public synchronized Result<List<Invitation>, VendorFailure> pendingInvitations(ClientId client, String seat) {
        return Result.ok(Stream.concat(waiting().stream(), byHand.stream())
                .filter(invitation -> relations.stream()
                        .noneMatch(relation -> relation.personRef().equals(invitation.personRef())))
                .toList());
    }

    @Override
    public synchronized Result<Boolean, VendorFailure> withdraw(ClientId client, String seat, String invitation) {
        gone.add(invitation);
        return Result.ok(true);
    }

    @Override
    public synchronized Result<List<Relation>, VendorFailure> relations(ClientId client, String seat, Instant since) {
        return Result.ok(relations.stream()
                .filter(relation -> !relation.since().isBefore(since))
                .toList());
    }

    @Override
    public Result<InMailBalance, VendorFailure> inMailBalance(ClientId client, String seat) {
        return Result.ok(new InMailBalance(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Override
    public Optional<SeatSignal> signal(VendorFailure failure) {
        return Optional.empty();
    }
}
