package io.agencyos.application.outreach.linkedin;

import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.outreach.channel.LinkedInLines;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The look at a profile that goes before an invitation. It is noted before it is made, so that nobody is looked at twice; a
 * second one that fails counts as made. It also finds out who the person is and whether the two know each other already.
 * Source: outreach 11.4, unipile 4.3.
 */
final class ProfileLook implements SenderDesk.Errand {

    private final LinkedInPorts ports;
    private final LinkedInLines.Line line;
    private final Touch touch;
    private final LinkedInUrl profile;
    private final SeatAccount account;
    private final Seat seat;
    private final @Nullable SeatConnection before;
    private final Quotas.Claim claim;
    private final Instant now;

    ProfileLook(
            LinkedInPorts ports,
            LinkedInLines.Line line,
            TouchCase one,
            Seat seat,
            @Nullable SeatConnection before,
            Quotas.Claim claim,
            Instant now) {
        this.ports = ports;
        this.line = line;
        this.touch = one.touch();
        this.profile = Optional.ofNullable(one.lead())
                .map(Lead::contact)
                .map(contact -> contact.linkedIn())
                .orElseThrow();
        this.account = Objects.requireNonNull(seat.link().account(), "a seat that acts was linked");
        this.seat = seat;
        this.before = before;
        this.claim = claim;
        this.now = now;
    }

    @Override
    public Quotas.Claim claim() {
        return claim;
    }

    @Override
    public void begin() {
        ports.connections()
                .save(
                        before == null
                                ? SeatConnection.looked(
                                        ports.ids().next(),
                                        touch.clientId(),
                                        touch.leadId(),
                                        seat.id(),
                                        touch.campaignId(),
                                        now)
                                : before.viewed(seat.id(), now));
    }

    @Override
    public void run(Engine engine) {
        ClientId client = touch.clientId();
        SendOutcome look = line.acts()
                .send(new LinkedInCommand(
                        client,
                        touch.id(),
                        touch.idempotencyKey() + "|view",
                        TouchKind.LI_VIEW,
                        new LinkedInCommand.Seat(seat.id(), account.ref()),
                        profile,
                        before == null ? null : before.personRef(),
                        "",
                        null));
        Optional<VendorFailure> failure = failure(look);
        Result<LinkedInOutreach.Profile, VendorFailure> person = failure.<Result<
                                LinkedInOutreach.Profile, VendorFailure>>
                        map(Result::err)
                .orElseGet(() -> line.acts().resolve(client, account.ref(), profile));
        engine.inTenant(client, () -> fold(person, failure.isPresent()));
        failure.flatMap(line.acts()::signal).ifPresent(signal -> ports.hear().changed(client, account.ref(), signal));
    }

    private static Optional<VendorFailure> failure(SendOutcome look) {
        return switch (look) {
            case SendOutcome.Accepted seen -> Optional.empty();
            // who may have seen it has seen it
            case SendOutcome.Ambiguous perhaps -> Optional.empty();
            case SendOutcome.Rejected(VendorFailure refused) -> Optional.of(refused);
            case SendOutcome.NotAccepted(VendorFailure refused, var wait) -> Optional.of(refused);
        };
    }

    private int fold(Result<LinkedInOutreach.Profile, VendorFailure> person, boolean failed) {
        SeatConnection noted = ports.connections()
                .ofLeadsForUpdate(touch.clientId(), List.of(touch.leadId()))
                .get(touch.leadId());
        if (noted == null) {
            return 0;
        }
        switch (person) {
            case Result.Ok<LinkedInOutreach.Profile, VendorFailure>(LinkedInOutreach.Profile found) ->
                met(noted, found);
            case Result.Err<LinkedInOutreach.Profile, VendorFailure>(VendorFailure why) -> missed(noted, why, failed);
        }
        return 1;
    }

    private void met(SeatConnection noted, LinkedInOutreach.Profile found) {
        if (noted.personRef() != null && !noted.personRef().equals(found.personRef())) {
            unreachable("identity_mismatch");
            return;
        }
        if (isAnotherLead(found.personRef())) {
            unreachable("same_person");
            return;
        }
        SeatConnection named = noted.named(found.personRef());
        SeatConnection after = found.connected() ? named.connected(now) : named;
        // somebody of the client's invited them by hand
        ports.connections()
                .save(
                        found.invited() && after.state() == ConnectionState.VIEWED
                                ? after.requested(seat.id(), null, now)
                                : after);
        ports.refs().remember(touch.clientId(), Channel.LINKEDIN, found.personRef(), touch.leadId(), now);
    }

    /**
     * Whether the client's seats have met this person already, as another lead under another address of the same page: nobody is invited twice
     * by one client. Source: unipile Beyond "same-person guard".
     */
    private boolean isAnotherLead(String person) {
        return ports.refs()
                .lead(touch.clientId(), Channel.LINKEDIN, person)
                .filter(other -> !other.equals(touch.leadId()))
                .filter(other -> ports.connections()
                        .ofLeads(touch.clientId(), List.of(other))
                        .containsKey(other))
                .isPresent();
    }

    private void missed(SeatConnection noted, VendorFailure why, boolean failed) {
        boolean gone = why instanceof VendorFailure.NotFound
                || why instanceof VendorFailure.Invalid invalid
                        && LinkedInOutlet.ABOUT_THE_PERSON.contains(invalid.field());
        if (gone) {
            unreachable("profile_gone");
        } else if (failed && before == null && noted.state() == ConnectionState.VIEWED) {
            ports.connections().save(noted.viewed(seat.id(), null));
        }
    }

    private void unreachable(String reason) {
        ports.addresses()
                .put(
                        touch.clientId(),
                        new ChannelAddresses.Standing(
                                touch.leadId(), Channel.LINKEDIN, profile.key(), AddressState.INVALID, reason, now));
    }
}
