package io.agencyos.application.resource;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.resource.MailboxWarmUp.Placement;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.resource.SendingDomain;
import io.agencyos.domain.resource.WarmUpFindings;
import io.agencyos.domain.resource.WarmUpReading;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Takes over, every six hours, how warm a client's sending domains are and where their test e-mails arrived, once a day what was sent
 * to warm them up, and has each domain tested once a week. What cannot be read leaves everything as it was; a reading that is not renewed counts for nothing
 * after two days. The service is asked between short units of work. Source: salesforge 3 W2 to W4, 4.7, outreach 19.5.
 */
@PrimaryPort
public final class ReadWarmUp {

    /** A domain's tests are this many days apart. */
    private static final int WEEK = 7;

    private static final String SOURCE = "warm_up";

    private final MailboxWarmUp service;
    private final MailboxRepository mailboxes;
    private final SendingDomains domains;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final ClockPort clock;

    /**
     * What one look did.
     *
     * @param measured domains with a fresh reading
     * @param tested domains of which a test is known
     * @param ordered tests that were ordered
     * @param counted domains of which the days until yesterday became known
     */
    public record Round(int measured, int tested, int ordered, int counted, List<String> failures) {

        static final Round NOTHING = new Round(0, 0, 0, 0, List.of());

        public Round {
            failures = List.copyOf(failures);
        }
    }

    public ReadWarmUp(
            MailboxWarmUp service,
            MailboxRepository mailboxes,
            SendingDomains domains,
            Alerts alerts,
            UnitOfWork units,
            ClockPort clock) {
        this.service = service;
        this.mailboxes = mailboxes;
        this.domains = domains;
        this.alerts = alerts;
        this.units = units;
        this.clock = clock;
    }

    public Round read(ClientId client) {
        TenantScope worker = TenantScope.worker(client);
        List<Mailbox> own = units.inTenant(worker, () -> mailboxes.ofClient(client)).stream()
                .filter(mailbox -> mailbox.state() == MailboxState.CONNECTED)
                .toList();
        if (!service.serves(client)) {
            forget(client, own);
            return Round.NOTHING;
        }
        return own.isEmpty() ? Round.NOTHING : read(client, own);
    }

    /** What a service said that the client has no more would keep its domains from sending for ever. */
    private void forget(ClientId client, List<Mailbox> own) {
        Map<ResourceId, Optional<WarmUpReading>> none = own.stream()
                .filter(mailbox -> mailbox.reading() != null)
                .map(Mailbox::domainId)
                .distinct()
                .collect(Collectors.toMap(domain -> domain, domain -> Optional.empty()));
        if (!none.isEmpty()) {
            units.inTenant(TenantScope.worker(client), () -> written(client, none));
        }
    }

    private Round read(ClientId client, List<Mailbox> own) {
        List<String> failures = new ArrayList<>();
        Map<ResourceId, List<Mailbox>> byDomain =
                own.stream().collect(Collectors.groupingBy(Mailbox::domainId, LinkedHashMap::new, Collectors.toList()));
        int measured = measured(client, byDomain, failures);
        int tested = tested(client, own, failures);
        int ordered = ordered(client, byDomain, failures);
        int counted = counted(client, byDomain, failures);
        return new Round(measured, tested, ordered, counted, failures);
    }

    /** Once a day, of the days that are over; the last that is known is read again, since it may not have been. */
    private int counted(ClientId client, Map<ResourceId, List<Mailbox>> byDomain, List<String> failures) {
        LocalDate yesterday = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).minusDays(1);
        Map<ResourceId, LocalDate> known =
                units.inTenant(TenantScope.worker(client), () -> domains.warmUpKnownUntil(client));
        Map<ResourceId, Map<LocalDate, WarmUpTraffic>> counted = new LinkedHashMap<>();
        byDomain.forEach((domain, boxes) -> {
            LocalDate last = known.get(domain);
            if (last == null || last.isBefore(yesterday)) {
                LocalDate first =
                        last == null || last.isBefore(yesterday.minusDays(WEEK)) ? yesterday.minusDays(WEEK - 1) : last;
                traffic(client, boxes, first, yesterday, failures).ifPresent(days -> counted.put(domain, days));
            }
        });
        if (!counted.isEmpty()) {
            units.onPlatform(() -> {
                counted.forEach(domains::warmedUp);
                return counted.size();
            });
        }
        return counted.size();
    }

    /** Of a domain's mailboxes together; empty where one of them could not be read, or where none is warmed up. */
    private Optional<Map<LocalDate, WarmUpTraffic>> traffic(
            ClientId client, List<Mailbox> boxes, LocalDate first, LocalDate last, List<String> failures) {
        Map<LocalDate, WarmUpTraffic> days = new TreeMap<>();
        for (Mailbox box : boxes) {
            switch (service.traffic(client, box.address(), first, last)) {
                case Result.Ok<Map<LocalDate, WarmUpTraffic>, VendorFailure>(Map<LocalDate, WarmUpTraffic> told) ->
                    told.forEach((day, traffic) -> days.merge(day, traffic, WarmUpTraffic::plus));
                case Result.Err<Map<LocalDate, WarmUpTraffic>, VendorFailure>(VendorFailure.NotFound cold) -> {
                    // this one is not warmed up; the others of its domain may be
                }
                case Result.Err<Map<LocalDate, WarmUpTraffic>, VendorFailure>(VendorFailure failure) -> {
                    failures.add(failure.toString());
                    return Optional.empty();
                }
            }
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(days);
    }

    private int measured(ClientId client, Map<ResourceId, List<Mailbox>> byDomain, List<String> failures) {
        Map<EmailKey, MailboxWarmth> known = new HashMap<>();
        switch (service.statuses(client)) {
            case Result.Ok<List<MailboxWarmth>, VendorFailure>(List<MailboxWarmth> all) ->
                all.forEach(one -> known.put(one.mailbox().key(), one));
            case Result.Err<List<MailboxWarmth>, VendorFailure>(VendorFailure failure) ->
                failures.add(failure.toString());
        }
        Map<ResourceId, Optional<WarmUpReading>> readings = new LinkedHashMap<>();
        byDomain.forEach((domain, boxes) -> WarmUpReading.of(boxes.stream()
                        .map(box -> known.get(box.address().key()))
                        .filter(Objects::nonNull)
                        .toList())
                .ifPresent(reading -> readings.put(domain, Optional.of(reading))));
        if (!readings.isEmpty()) {
            units.inTenant(TenantScope.worker(client), () -> written(client, readings));
        }
        return readings.size();
    }

    private int written(ClientId client, Map<ResourceId, Optional<WarmUpReading>> readings) {
        Map<ResourceId, SendingDomain> held = domains.ofClientForUpdate(client).stream()
                .collect(Collectors.toMap(SendingDomain::id, domain -> domain));
        tell(client, readings, held);
        Map<ResourceId, Mailbox> before = mailboxes.ofClient(client).stream()
                .collect(Collectors.toMap(Mailbox::domainId, mailbox -> mailbox, (one, other) -> one));
        readings.forEach((id, reading) -> {
            SendingDomain domain = held.get(id);
            Mailbox box = before.get(id);
            if (domain != null && box != null) {
                domains.measured(client, id, reading.orElse(null), since(domain, box.reading(), reading.orElse(null)));
            }
        });
        return readings.size();
    }

    /** Staff hears of a domain that stands on a list or whose records are wrong, until it does not. */
    private void tell(
            ClientId client, Map<ResourceId, Optional<WarmUpReading>> readings, Map<ResourceId, SendingDomain> held) {
        List<Alert> open = readings.entrySet().stream()
                .filter(one -> held.containsKey(one.getKey()))
                .flatMap(one -> one.getValue().stream()
                        .map(WarmUpReading::findings)
                        .filter(found -> found.blacklistHits() > 0
                                || !found.faultyRecords().isEmpty())
                        .map(found -> alert(Objects.requireNonNull(held.get(one.getKey())), found)))
                .toList();
        open.forEach(alerts::raise);
        alerts.resolveOthersOf(
                client, SOURCE, open.stream().map(Alert::fingerprint).toList(), clock.now());
    }

    private Alert alert(SendingDomain domain, WarmUpFindings found) {
        return Alert.of(
                SOURCE + ":" + domain.id().text(),
                Alert.Severity.WARNING,
                SOURCE,
                domain.clientId(),
                "The service that warms a sending domain up finds it unhealthy.",
                Map.of(
                        "domain", domain.name().value(),
                        "blacklists", Integer.toString(found.blacklistHits()),
                        "records", String.join(" ", found.faultyRecords())),
                clock.now());
    }

    /** A domain that was warm when it was first measured was warmed up before it came here. */
    private @Nullable Instant since(
            SendingDomain domain, @Nullable WarmUpReading before, @Nullable WarmUpReading reading) {
        Instant now = clock.now();
        boolean first = before == null && reading != null && reading.isWarm(now);
        if (!first || domain.health() != DomainHealth.GOOD) {
            return domain.warmupStartedAt();
        }
        Instant began = now.minus(Duration.ofDays(reading.days()));
        return domain.warmupStartedAt() == null || began.isBefore(domain.warmupStartedAt())
                ? began
                : domain.warmupStartedAt();
    }

    /** Of two mailboxes of a domain that were tested on one day the worse counts. */
    private int tested(ClientId client, List<Mailbox> own, List<String> failures) {
        Map<EmailKey, ResourceId> domainOf = own.stream()
                .collect(Collectors.toMap(box -> box.address().key(), Mailbox::domainId, (one, other) -> one));
        Map<ResourceId, Placement> newest = new HashMap<>();
        switch (service.placements(client, own.stream().map(Mailbox::address).toList())) {
            case Result.Ok<List<Placement>, VendorFailure>(List<Placement> all) ->
                all.stream()
                        .filter(test -> domainOf.containsKey(test.mailbox().key()))
                        .forEach(test -> newest.merge(
                                Objects.requireNonNull(
                                        domainOf.get(test.mailbox().key())),
                                test,
                                ReadWarmUp::later));
            case Result.Err<List<Placement>, VendorFailure>(VendorFailure failure) -> failures.add(failure.toString());
        }
        if (!newest.isEmpty()) {
            units.onPlatform(() -> {
                newest.forEach((domain, test) -> domains.placed(domain, test.day(), test.inboxPercent()));
                return newest.size();
            });
        }
        return newest.size();
    }

    private static Placement later(Placement one, Placement other) {
        Comparator<Placement> order = Comparator.comparing(Placement::day)
                .thenComparing(Comparator.comparingInt(Placement::inboxPercent).reversed());
        return order.compare(one, other) >= 0 ? one : other;
    }

    /** A test is named by its domain and week, so that one whose answer was lost is found and not ordered again. */
    private int ordered(ClientId client, Map<ResourceId, List<Mailbox>> byDomain, List<String> failures) {
        LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
        Set<ResourceId> tested = units.inTenant(
                        TenantScope.worker(client), () -> domains.inboxPercent(client, today.minusDays(WEEK - 1)))
                .keySet();
        int ordered = 0;
        for (Map.Entry<ResourceId, List<Mailbox>> domain : byDomain.entrySet()) {
            if (!tested.contains(domain.getKey())) {
                String reference = "aos-" + domain.getKey().text() + "-" + today.get(IsoFields.WEEK_BASED_YEAR) + "-"
                        + today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                switch (service.testPlacement(
                        client, domain.getValue().getFirst().address(), reference)) {
                    case Result.Ok<Boolean, VendorFailure>(Boolean fresh) -> ordered += fresh ? 1 : 0;
                    case Result.Err<Boolean, VendorFailure>(VendorFailure failure) -> failures.add(failure.toString());
                }
            }
        }
        return ordered;
    }
}
