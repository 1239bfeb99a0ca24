package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.application.client.ConfirmIcp;
import io.agencyos.application.client.EditClient;
import io.agencyos.application.client.EditIcp;
import io.agencyos.application.client.ManagePersonas;
import io.agencyos.application.resource.ConnectMailbox;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.demo.DemoPlan.Account;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.PersonaDetails;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.util.List;

/** What a client says of itself before anything is sent in its name, and the senders it has. */
final class ClientPapers {

    private static final IcpTarget WANTED = new IcpTarget(
            List.of("Construction", "Health care", "Software", "Real estate", "Information technology"),
            List.of("Owner", "Founder", "CEO", "Managing Director", "Head of Marketing", "Marketing Director"),
            List.of("5-50", "51-200"),
            List.of("Australia", "New Zealand"),
            List.of(),
            List.of(),
            List.of(),
            List.of("Too few qualified enquiries"));

    private final Product product;
    private final TenantScope admin;

    ClientPapers(Product product, TenantScope admin) {
        this.product = product;
        this.admin = admin;
    }

    void fill(Account account) {
        Client now = product.basis()
                .units()
                .inTenant(admin, () -> product.stores().clients.find(admin.clientId()))
                .orElseThrow();
        ClientDetails details = new ClientDetails(
                now.name(),
                now.slug(),
                account.legalName(),
                new EmailAddress(account.contact()),
                null,
                "https://" + account.domains().getFirst(),
                DemoPlan.ZONE,
                account.mode());
        EditClient.Outcome edited = product.clientSetUp().editClient().edit(admin, now.version(), details, Origin.NONE);
        if (!(edited instanceof EditClient.Outcome.Changed)) {
            throw Refused.of("the client's details", edited);
        }
        persona(account);
        EditIcp.Outcome profile = product.clientSetUp().editIcp().edit(admin, 0, WANTED, Origin.NONE);
        ConfirmIcp.Outcome confirmed = product.clientSetUp().confirmIcp().confirm(admin, Origin.NONE);
        if (!(confirmed instanceof ConfirmIcp.Outcome.Confirmed)) {
            throw Refused.of("the profile (" + profile + ")", confirmed);
        }
    }

    private void persona(Account account) {
        PersonaDetails person = new PersonaDetails(
                account.firstName(), account.lastName(), account.title(), null, null, null, null, null);
        ManagePersonas.Outcome added =
                product.clientSetUp().personas().add(admin, new ManagePersonas.Wish(person, true, true), Origin.NONE);
        if (!(added instanceof ManagePersonas.Outcome.Done)) {
            throw Refused.of("the persona", added);
        }
    }

    /** Takes a mailbox that the vendor has; its domain was warmed up long ago. */
    Mailbox takeMailbox(String address) {
        ConnectMailbox.Request request = new ConnectMailbox.Request(
                new EmailAddress(address),
                Salesforge.VENDOR,
                true,
                product.basis().clock().now().minus(DemoPlan.WARM),
                null);
        return switch (product.resources().connectMailbox().connect(admin, request, Origin.NONE)) {
            case ConnectMailbox.Outcome.Connected(Mailbox mailbox) -> mailbox;
            case ConnectMailbox.Outcome other -> throw Refused.of(address, other);
        };
    }
}
