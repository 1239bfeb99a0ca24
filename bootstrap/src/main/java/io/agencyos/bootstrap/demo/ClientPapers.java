package io.agencyos.bootstrap.demo;

import io.agencyos.application.resource.VendorMailbox;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.demo.DemoPlan.Account;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.IcpOrigin;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.DomainName;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.IcpId;
import io.agencyos.domain.shared.PersonaId;
import io.agencyos.domain.shared.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a client has to say of itself before anything is sent in its name, and the senders it has. */
final class ClientPapers {

    private final Product product;

    ClientPapers(Product product) {
        this.product = product;
    }

    void fill(TenantScope admin, Account account) {
        product.basis().units().inTenant(TenantScope.worker(admin.clientId()), () -> {
            var clients = product.stores().clients;
            Client now = clients.find(admin.clientId()).orElseThrow();
            clients.update(new Client(
                    now.id(),
                    now.name(),
                    now.slug(),
                    account.legalName(),
                    new EmailAddress(account.contact()),
                    now.contactPhone(),
                    "https://" + account.domains().getFirst(),
                    DemoPlan.ZONE,
                    now.country(),
                    account.mode(),
                    now.pause(),
                    now.mode(),
                    now.twinOf(),
                    now.createdAt(),
                    now.deletedAt(),
                    now.version()));
            clients.insertPersona(new Persona(
                    new PersonaId(product.basis().ids().next()),
                    admin.clientId(),
                    account.firstName(),
                    account.lastName(),
                    account.title(),
                    null,
                    null,
                    "",
                    null,
                    true));
            clients.saveIcp(new IcpProfile(
                    new IcpId(product.basis().ids().next()),
                    admin.clientId(),
                    1,
                    IcpStatus.CONFIRMED,
                    IcpOrigin.MANUAL,
                    List.of("Construction", "Health care", "Software", "Real estate", "Information technology"),
                    List.of("Owner", "Founder", "CEO", "Managing Director", "Head of Marketing", "Marketing Director"),
                    List.of("5-50", "51-200"),
                    List.of("Australia", "New Zealand"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("Too few qualified enquiries"),
                    product.basis().clock().now(),
                    0));
        });
    }

    /** Takes every mailbox that the vendor lists. */
    List<Mailbox> takeMailboxes(TenantScope admin) {
        List<VendorMailbox> listed =
                product.salesforge().mailboxes().list(admin.clientId()).orElseThrow();
        Map<DomainName, ResourceId> domains = new HashMap<>();
        List<Mailbox> taken = new ArrayList<>();
        for (VendorMailbox one : listed) {
            DomainName domain = new DomainName(
                    one.address().value().substring(one.address().value().indexOf('@') + 1));
            ResourceId domainId = domains.computeIfAbsent(
                    domain, name -> new ResourceId(product.basis().ids().next()));
            taken.add(new Mailbox(
                    new ResourceId(product.basis().ids().next()),
                    admin.clientId(),
                    one.address(),
                    domainId,
                    domain,
                    "salesforge",
                    one.ref(),
                    MailboxState.CONNECTED,
                    DomainHealth.GOOD,
                    product.basis().clock().now().minus(DemoPlan.WARM),
                    true,
                    null,
                    null));
        }
        product.basis()
                .units()
                .inTenant(
                        TenantScope.worker(admin.clientId()),
                        () -> taken.forEach(product.stores().mailboxes::assign));
        return taken;
    }
}
