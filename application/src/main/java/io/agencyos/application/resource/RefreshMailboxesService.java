package io.agencyos.application.resource;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each list is read once, between two short transactions. */
final class RefreshMailboxesService implements RefreshMailboxes {

    /** Vendors know no limit of none; that nothing leaves is ours to keep. */
    private static final int LEAST_LIMIT = 1;

    private final ResourcePorts ports;
    private final MailboxNews news;
    private final UnitOfWork units;
    private final ClockPort clock;

    RefreshMailboxesService(ResourcePorts ports, MailboxNews news, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.news = news;
        this.units = units;
        this.clock = clock;
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
        int changed = units.inTenant(scope, () -> (int) ports.mailboxes().ofClient(client).stream()
                .filter(mailbox -> read.containsKey(mailbox.vendor()))
                .filter(mailbox -> changed(mailbox, read.get(mailbox.vendor())))
                .count());
        keepLimits(client, units.inTenant(scope, () -> ports.mailboxes().ofClient(client)), read);
        return changed;
    }

    /**
     * The vendor's own limit is the second wall, never wider than ours. What it does not take is asked again at the next look,
     * which begins with what its list says by then.
     */
    private void keepLimits(ClientId client, List<Mailbox> known, Map<String, List<VendorMailbox>> read) {
        for (Mailbox mailbox : known) {
            int ours = Math.max(LEAST_LIMIT, DailyLimit.of(mailbox, clock.now()).total());
            if (mailbox.state() == MailboxState.CONNECTED) {
                told(mailbox, read.getOrDefault(mailbox.vendor(), List.of()))
                        .filter(box -> box.dailyLimit() != null && box.dailyLimit() != ours)
                        .ifPresent(box -> ports.lists()
                                .apply(mailbox.vendor())
                                .ifPresent(list -> list.setDailyLimit(client, box.ref(), ours)));
            }
        }
    }

    private static Optional<VendorMailbox> told(Mailbox mailbox, List<VendorMailbox> list) {
        return list.stream()
                .filter(one -> one.address().key().equals(mailbox.address().key()))
                .findFirst();
    }

    private Optional<List<VendorMailbox>> listed(String vendor, ClientId client) {
        return ports.lists().apply(vendor).flatMap(list -> switch (list.list(client)) {
            case Result.Ok<List<VendorMailbox>, VendorFailure>(List<VendorMailbox> known) -> Optional.of(known);
            case Result.Err<List<VendorMailbox>, VendorFailure> unread -> Optional.empty();
        });
    }

    private boolean changed(Mailbox mailbox, List<VendorMailbox> list) {
        Mailbox now = told(mailbox, list)
                .map(one -> news.take(mailbox, one.ref(), one.state()))
                .orElseGet(() -> news.take(mailbox, mailbox.vendorRef(), MailboxState.DISCONNECTED));
        return !now.equals(mailbox);
    }
}
