package io.agencyos.application.resource;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each list is read once, between two short transactions. */
final class RefreshMailboxesService implements RefreshMailboxes {

    private final ResourcePorts ports;
    private final MailboxNews news;
    private final UnitOfWork units;

    RefreshMailboxesService(ResourcePorts ports, MailboxNews news, UnitOfWork units) {
        this.ports = ports;
        this.news = news;
        this.units = units;
    }

    @Override
    public int refresh(ClientId client) {
        TenantScope scope = TenantScope.worker(client);
        List<String> vendors = units.inTenant(scope, () -> ports.mailboxes().ofClient(client)).stream()
                .map(Mailbox::vendor)
                .distinct()
                .toList();
        Map<String, List<VendorMailbox>> read = new HashMap<>();
        for (String vendor : vendors) {
            listed(vendor, client).ifPresent(list -> read.put(vendor, list));
        }
        if (read.isEmpty()) {
            return 0;
        }
        return units.inTenant(scope, () -> (int) ports.mailboxes().ofClient(client).stream()
                .filter(mailbox -> read.containsKey(mailbox.vendor()))
                .filter(mailbox -> changed(mailbox, read.get(mailbox.vendor())))
                .count());
    }

    private Optional<List<VendorMailbox>> listed(String vendor, ClientId client) {
        return ports.lists().apply(vendor).flatMap(list -> switch (list.list(client)) {
            case Result.Ok<List<VendorMailbox>, VendorFailure>(List<VendorMailbox> known) -> Optional.of(known);
            case Result.Err<List<VendorMailbox>, VendorFailure> unread -> Optional.empty();
        });
    }

    private boolean changed(Mailbox mailbox, List<VendorMailbox> list) {
        Mailbox now = list.stream()
                .filter(one -> one.address().key().equals(mailbox.address().key()))
                .findFirst()
                .map(one -> news.take(mailbox, one.ref(), one.state()))
                .orElseGet(() -> news.take(mailbox, mailbox.vendorRef(), MailboxState.DISCONNECTED));
        return !now.equals(mailbox);
    }
}
