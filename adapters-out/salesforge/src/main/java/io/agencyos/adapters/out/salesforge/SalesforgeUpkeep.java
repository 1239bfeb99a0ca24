package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.outreach.SenderUpkeep;
import io.agencyos.application.outreach.channel.EmailSender.Recall;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The carrier job, the activation that is repeated until it succeeds, and recalls. Source: salesforge 5. */
final class SalesforgeUpkeep implements SenderUpkeep, SalesforgeCarriers {

    private static final Logger LOG = LoggerFactory.getLogger(SalesforgeUpkeep.class);
    private static final int FIRST_CARRIERS = 3;

    private final Connections connections;
    private final CarrierStore store;
    private final CarrierSetUp setUp;
    private final CarrierGarden garden;
    private final Recalls recalls;
    private final ClockPort clock;

    SalesforgeUpkeep(
            Connections connections, CarrierStore store, CarrierSetUp setUp, Recalls recalls, ClockPort clock) {
        this.connections = connections;
        this.store = store;
        this.setUp = setUp;
        this.garden = new CarrierGarden(store, clock);
        this.recalls = recalls;
        this.clock = clock;
    }

    @Override
    public Result<Integer, VendorFailure> prepare(Mailbox mailbox) {
        return prepareCarriers(mailbox.clientId(), mailbox, 1, FIRST_CARRIERS);
    }

    @Override
    public Result<Integer, VendorFailure> prepareCarriers(ClientId client, Mailbox mailbox, int kFrom, int kTo) {
        String mailboxId = mailbox.vendorRef();
        if (!mailbox.clientId().equals(client)) {
            return Result.err(Failures.invalid("prepare", "workspace", "the mailbox is another tenant's"));
        }
        if (mailboxId == null) {
            return Result.err(Failures.invalid("prepare", "mailbox", "the mailbox is not connected to the vendor"));
        }
        return connections
                .of(client, "prepare")
                .flatMap(connection -> setUp.prepare(connection, client, mailboxId, kFrom, kTo));
    }

    @Override
    public Result<Integer, VendorFailure> catchUp(ClientId client) {
        return connections.of(client, "catch up").flatMap(connection -> {
            Tally tally = new Tally();
            CarrierStore.Work work = store.work(client);
            work.carriers(Carrier.State.WANTED)
                    .forEach(carrier -> tally.count(
                            () -> setUp.prepare(connection, client, carrier.mailboxId(), carrier.k(), carrier.k())
                                    .map(n -> true)));
            work.carriers(Carrier.State.STARTED)
                    .forEach(carrier -> tally.count(() -> setUp.activate(connection, carrier)));
            addressesToRecall(client, work)
                    .forEach(address -> tally.count(() ->
                            recalls.recall(connection, client, address).map(outcome -> outcome != Recall.PENDING)));
            return tally.result();
        });
    }

    @Override
    public Result<Integer, VendorFailure> tend(ClientId client) {
        return connections.of(client, "tend carriers").flatMap(connection -> garden.tend(connection, client));
    }

    private Set<EmailAddress> addressesToRecall(ClientId client, CarrierStore.Work work) {
        Set<EmailAddress> addresses = new LinkedHashSet<>(work.recalls());
        work.flights().stream().filter(flight -> flight.stuck(clock.now())).forEach(flight -> {
            LOG.warn("vendor=salesforge client={} an e-mail is unsent after 72 h and is recalled", client.text());
            addresses.add(flight.address());
        });
        return addresses;
    }

    /** One item's failure does not keep the others from being done; the first is what the caller hears of. */
    private static final class Tally {

        private int open;
        private @Nullable VendorFailure first;

        void count(Supplier<Result<Boolean, VendorFailure>> item) {
            switch (item.get()) {
                case Result.Ok<Boolean, VendorFailure>(Boolean done) -> open += done ? 0 : 1;
                case Result.Err<Boolean, VendorFailure>(VendorFailure failure) -> {
                    open++;
                    first = Optional.ofNullable(first).orElse(failure);
                }
            }
        }

        Result<Integer, VendorFailure> result() {
            VendorFailure failure = first;
            return failure == null ? Result.ok(open) : Result.err(failure);
        }
    }
}
