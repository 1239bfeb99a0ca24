package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.world.Booking;
import io.agencyos.application.deal.BookMeeting;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client of the demo agency with the people who work for it: who approves, and who writes meetings down. */
final class Cast {

    private final Product product;
    private final VendorSandbox sandbox;
    private final ClientId client;
    private final CampaignId campaign;
    private final String workspace;
    private final TenantScope member;
    private final boolean everyChannel;
    private final @Nullable Approver approver;
    private Instant bookedUntil = Instant.EPOCH;

    Cast(
            Product product,
            VendorSandbox sandbox,
            ClientId client,
            CampaignId campaign,
            String workspace,
            UserId user,
            DemoPlan.Account account) {
        this.product = product;
        this.sandbox = sandbox;
        this.client = client;
        this.campaign = campaign;
        this.workspace = workspace;
        this.member = new TenantScope(client, user, Role.MEMBER);
        this.everyChannel = account.everyChannel();
        this.approver = account.mode() == PermissionMode.CO_PILOT ? new Approver(product, client, user) : null;
    }

    ClientId client() {
        return client;
    }

    CampaignId campaign() {
        return campaign;
    }

    /** Who runs it. */
    TenantScope admin() {
        return new TenantScope(client, member.userId(), Role.ADMIN);
    }

    /** Whether it also texts, calls and acts on LinkedIn. */
    boolean hasEveryChannel() {
        return everyChannel;
    }

    String workspace() {
        return workspace;
    }

    void decide() {
        if (approver != null) {
            approver.decideAll();
        }
    }

    /** Writes down what people booked; the vendor's id of a booking makes it the same meeting however often it is told. */
    void book() {
        Instant until = product.basis().clock().now();
        sandbox.bookings(bookedUntil).stream()
                .filter(booking -> booking.workspace().equals(workspace))
                .forEach(this::book);
        bookedUntil = until;
    }

    private void book(Booking booking) {
        lead(booking.email())
                .ifPresent(lead -> product.deals()
                        .bookMeeting()
                        .book(
                                member,
                                new BookMeeting.Booking(
                                        lead.id(),
                                        booking.meetingAt(),
                                        booking.durationMinutes(),
                                        MeetingType.DISCOVERY,
                                        null,
                                        booking.id(),
                                        BookedBy.LEAD,
                                        BookingMethod.CALENDLY,
                                        null,
                                        null),
                                Origin.NONE));
    }

    private Optional<Lead> lead(String address) {
        return EmailAddress.parse(address)
                .toOptional()
                .flatMap(email -> product
                        .basis()
                        .units()
                        .inTenant(
                                TenantScope.worker(client),
                                () -> product.stores()
                                        .leads
                                        .leads()
                                        .findByIdentity(
                                                client, List.of(email.key().value()), List.of(), List.of(), List.of()))
                        .stream()
                        .findFirst());
    }
}
