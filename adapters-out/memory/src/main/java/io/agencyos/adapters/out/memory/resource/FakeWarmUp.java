package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.MailboxWarmUp;
import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A service that measures what it is told to measure. Thread-safe. */
public final class FakeWarmUp implements MailboxWarmUp {

    private static final String VENDOR = "fake-warm-up";

    private final Map<ClientId, Map<EmailAddress, MailboxWarmth>> measured = new LinkedHashMap<>();
    private final Map<ClientId, Map<EmailAddress, Placement>> placements = new LinkedHashMap<>();
    private final Map<ClientId, Set<String>> orders = new LinkedHashMap<>();
    private final Map<ClientId, Set<EmailAddress>> testedFrom = new LinkedHashMap<>();
    private boolean down;

    /** From now on this is what is measured of the mailbox. */
    public synchronized void measures(ClientId client, MailboxWarmth warmth) {
        measured.computeIfAbsent(client, first -> new LinkedHashMap<>()).put(warmth.mailbox(), warmth);
    }

    /** From now on nobody is answered. */
    public synchronized void breakDown() {
        down = true;
    }

    /** From now on this is the newest test of the mailbox. */
    public synchronized void tested(ClientId client, Placement found) {
        placements.computeIfAbsent(client, first -> new LinkedHashMap<>()).put(found.mailbox(), found);
    }

    /** The tests that were ordered are over, and everything arrived where it should. */
    public synchronized void endTests(Instant at) {
        testedFrom.forEach((client, mailboxes) -> mailboxes.forEach(mailbox ->
                tested(client, new Placement(mailbox, LocalDate.ofInstant(at, ZoneOffset.UTC), 100))));
        testedFrom.clear();
    }

    /** The references of the tests that were ordered for a client, oldest first. */
    public synchronized List<String> ordered(ClientId client) {
        return List.copyOf(orders.getOrDefault(client, Set.of()));
    }

    /** The client has its mailboxes warmed up here no more. */
    public synchronized void leaves(ClientId client) {
        measured.remove(client);
    }

    @Override
    public synchronized boolean serves(ClientId client) {
        return measured.containsKey(client);
    }

    @Override
    public synchronized Result<List<Placement>, VendorFailure> placements(
            ClientId client, Collection<EmailAddress> mailboxes) {
        return down
                ? Result.err(unavailable())
                : Result.ok(placements.getOrDefault(client, Map.of()).values().stream()
                        .filter(test -> mailboxes.contains(test.mailbox()))
                        .toList());
    }

    @Override
    public synchronized Result<Boolean, VendorFailure> testPlacement(
            ClientId client, EmailAddress mailbox, String reference) {
        return status(client, mailbox).map(known -> {
            testedFrom.computeIfAbsent(client, first -> new LinkedHashSet<>()).add(mailbox);
            return orders.computeIfAbsent(client, first -> new LinkedHashSet<>())
                    .add(reference);
        });
    }

    @Override
    public synchronized Result<List<MailboxWarmth>, VendorFailure> statuses(ClientId client) {
        return down
                ? Result.err(unavailable())
                : Result.ok(List.copyOf(measured.getOrDefault(client, Map.of()).values()));
    }

    @Override
    public synchronized Result<MailboxWarmth, VendorFailure> status(ClientId client, EmailAddress mailbox) {
        if (down) {
            return Result.err(unavailable());
        }
        MailboxWarmth warmth = measured.getOrDefault(client, Map.of()).get(mailbox);
        return warmth == null
                ? Result.err(new VendorFailure.NotFound(Details.of(VENDOR, "warm-up", "no such mailbox")))
                : Result.ok(warmth);
    }

    /** Ten e-mails a day, of which three are answered and none lies among spam. */
    @Override
    public synchronized Result<Map<LocalDate, WarmUpTraffic>, VendorFailure> traffic(
            ClientId client, EmailAddress mailbox, LocalDate first, LocalDate last) {
        return status(client, mailbox)
                .map(known -> first.datesUntil(last.plusDays(1))
                        .collect(Collectors.toMap(day -> day, day -> new WarmUpTraffic(10, 3, 0))));
    }

    private static VendorFailure unavailable() {
        return new VendorFailure.Unavailable(Details.of(VENDOR, "warm-up", "unavailable"));
    }
}
