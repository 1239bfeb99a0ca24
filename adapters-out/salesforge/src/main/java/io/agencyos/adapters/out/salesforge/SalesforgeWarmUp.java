package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.vendorhttp.FailureDeviations;
import io.agencyos.adapters.out.vendorhttp.Fingerprint;
import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.VendorCalls;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorProfile;
import io.agencyos.application.resource.MailboxWarmUp;
import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.resource.MailboxWarmth.Dns;
import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Warm-up as Warmforge measures it. Source: salesforge 2, 4.7. */
final class SalesforgeWarmUp implements MailboxWarmUp {

    private static final String VENDOR = "warmforge";
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 100;
    private static final String DATE = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(T.*)?";

    /** How the key is shown; the vendor's own sources differ, so the other form is tried once. */
    private enum KeyForm {
        BEARER,
        RAW,
        /** Both were refused: the key is wrong, and the usual form stays. */
        BEARER_FOR_GOOD
    }

    private record Line(WarmUpApi api, VendorCalls calls, AtomicReference<KeyForm> form) {}

    private final SalesforgeAccounts accounts;
    private final Connections connections;
    private final Placing<SalesforgeSettings> places;
    private final VendorHttp http;

    private record Door(URI at, String key) {}

    private final Map<Door, Line> lines = new ConcurrentHashMap<>();
    private final Map<SalesforgeAccount, String> workspaces = new ConcurrentHashMap<>();

    SalesforgeWarmUp(
            SalesforgeAccounts accounts, Connections connections, Placing<SalesforgeSettings> places, VendorHttp http) {
        this.accounts = accounts;
        this.connections = connections;
        this.places = places;
        this.http = http;
    }

    private Line connect(SalesforgeSettings settings, String key) {
        AtomicReference<KeyForm> form = new AtomicReference<>(KeyForm.BEARER);
        VendorProfile profile = new VendorProfile(
                VENDOR,
                Fingerprint.of(key),
                settings.warmforge(),
                () -> Map.of("Authorization", form.get() == KeyForm.RAW ? key : "Bearer " + key),
                settings.readTimeout(),
                Duration.ofSeconds(60),
                settings.pacing(),
                FailureDeviations.NONE);
        return new Line(http.api(profile, WarmUpApi.class), http.calls(profile), form);
    }

    private <T> Result<T, VendorFailure> read(Line line, String operation, Supplier<T> call) {
        Result<T, VendorFailure> first = line.calls().read(operation, call);
        boolean refused = first instanceof Result.Err<T, VendorFailure>(VendorFailure.Unauthorized failure)
                && Integer.valueOf(401).equals(failure.details().httpStatus());
        if (!refused || !line.form().compareAndSet(KeyForm.BEARER, KeyForm.RAW)) {
            return first;
        }
        Result<T, VendorFailure> second = line.calls().read(operation, call);
        if (second instanceof Result.Err<T, VendorFailure>(VendorFailure.Unauthorized failure)) {
            line.form().set(KeyForm.BEARER_FOR_GOOD);
        }
        return second;
    }

    private interface Work<T> {
        Result<T, VendorFailure> with(Line line, String workspace);
    }

    private <T> Result<T, VendorFailure> inWorkspace(ClientId client, String operation, Work<T> work) {
        Optional<SalesforgeAccount> account = accounts.of(client);
        String key = account.map(SalesforgeAccount::warmforgeKey).orElse(null);
        if (account.isEmpty() || key == null) {
            return Result.err(Failures.notConfigured(VENDOR, operation));
        }
        SalesforgeSettings settings = places.of(client);
        Line line = lines.computeIfAbsent(new Door(settings.warmforge(), key), door -> connect(settings, door.key()));
        return workspaceOf(line, account.get()).flatMap(workspace -> work.with(line, workspace));
    }

    /** The configured workspace, else the one with the name of its twin in the core. */
    private Result<String, VendorFailure> workspaceOf(Line line, SalesforgeAccount account) {
        String configured =
                Optional.ofNullable(account.warmforgeWorkspaceId()).orElseGet(() -> workspaces.get(account));
        if (configured != null) {
            return Result.ok(configured);
        }
        return connections
                .of(account.clientId(), "warm-up")
                .flatMap(core -> core.calls().read("workspace", () -> core.api().workspace(core.workspace())))
                .flatMap(twin -> pages(
                                line,
                                "workspaces",
                                page -> line.api().workspaces(page, PAGE),
                                WarmUpApi.Workspaces::totalPages,
                                WarmUpApi.Workspaces::workspaces)
                        .flatMap(all -> all.stream()
                                .filter(one -> one.name() != null && one.name().equals(twin.name()))
                                .findFirst()
                                .<Result<String, VendorFailure>>map(one -> Result.ok(one.id()))
                                .orElseGet(() -> Result.err(Failures.invalid(
                                        "warm-up",
                                        "warmforge_workspace",
                                        "no Warmforge workspace has the workspace's name")))))
                .map(found -> {
                    workspaces.put(account, found);
                    return found;
                });
    }

    private <P, T> Result<List<T>, VendorFailure> pages(
            Line line,
            String operation,
            IntFunction<P> call,
            ToIntFunction<P> total,
            java.util.function.Function<P, List<T>> items) {
        List<T> all = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            int number = page;
            Result<P, VendorFailure> read = read(line, operation, () -> call.apply(number));
            if (read instanceof Result.Err<P, VendorFailure>(VendorFailure failure)) {
                return Result.err(failure);
            }
            P got = read.orElseThrow();
            all.addAll(items.apply(got));
            if (page >= total.applyAsInt(got)) {
                return Result.ok(all);
            }
        }
        return Result.err(Failures.contract(operation, "more than " + MOST_PAGES + " pages"));
    }

    @Override
    public boolean serves(ClientId client) {
        return accounts.of(client).map(SalesforgeAccount::warmforgeKey).isPresent();
    }

    private Result<List<WarmUpApi.Box>, VendorFailure> boxes(Line line, String workspace) {
        return pages(
                line,
                "warm-up",
                page -> line.api().mailboxes(workspace, page, PAGE),
                WarmUpApi.Boxes::totalPages,
                WarmUpApi.Boxes::mailboxes);
    }

    @Override
    public Result<List<MailboxWarmth>, VendorFailure> statuses(ClientId client) {
        return inWorkspace(
                client,
                "warm-up",
                (line, workspace) -> boxes(line, workspace)
                        .map(boxes -> boxes.stream()
                                .flatMap(box -> warmth(box).stream())
                                .toList()));
    }

    @Override
    public Result<Map<LocalDate, WarmUpTraffic>, VendorFailure> traffic(
            ClientId client, EmailAddress mailbox, LocalDate first, LocalDate last) {
        return inWorkspace(
                client,
                "warm-up statistics",
                (line, workspace) -> read(
                                line,
                                "warm-up statistics",
                                () -> line.api().stats(workspace, mailbox.value(), first.toString(), last.toString()))
                        .flatMap(told -> byDay(told, first, last)));
    }

    private static Result<Map<LocalDate, WarmUpTraffic>, VendorFailure> byDay(
            WarmUpApi.Stats told, LocalDate first, LocalDate last) {
        Map<LocalDate, WarmUpTraffic> days = new TreeMap<>();
        for (WarmUpApi.Day day : told.stats()) {
            if (!day.date().matches(DATE)
                    || Math.min(day.sentCount(), Math.min(day.replyCount(), day.spamCount())) < 0) {
                return Result.err(
                        Failures.contract("warm-up statistics", "a day without a date or with fewer than none"));
            }
            LocalDate date = LocalDate.parse(day.date().substring(0, 10));
            if (!date.isBefore(first) && !date.isAfter(last)) {
                days.merge(
                        date,
                        new WarmUpTraffic(day.sentCount(), day.replyCount(), day.spamCount()),
                        WarmUpTraffic::plus);
            }
        }
        return Result.ok(days);
    }

    @Override
    public Result<List<Placement>, VendorFailure> placements(ClientId client, Collection<EmailAddress> mailboxes) {
        return inWorkspace(
                client,
                "placement",
                (line, workspace) -> boxes(line, workspace)
                        .flatMap(boxes -> PlacementTests.latest(
                                PlacementTests.known(boxes, mailboxes),
                                ids -> read(
                                        line,
                                        "placement",
                                        () -> line.api()
                                                .latest(workspace, new WarmUpApi.Mailboxes(List.copyOf(ids)))))));
    }

    /** Listed by its reference before it is ordered, as the vendor knows no key that keeps a second one away. */
    @Override
    public Result<Boolean, VendorFailure> testPlacement(ClientId client, EmailAddress mailbox, String reference) {
        return inWorkspace(
                client,
                "placement test",
                (line, workspace) -> read(
                                line, "warm-up of one", () -> line.api().mailbox(workspace, mailbox.value()))
                        .flatMap(box -> read(
                                        line,
                                        "placement tests",
                                        () -> line.api().tests(workspace, reference))
                                .flatMap(known -> known.placementTests().isEmpty()
                                        ? line.calls()
                                                .write(
                                                        "placement test",
                                                        () -> line.api()
                                                                .test(workspace, PlacementTests.of(box, reference)))
                                                .map(made -> true)
                                        : Result.ok(false))));
    }

    @Override
    public Result<MailboxWarmth, VendorFailure> status(ClientId client, EmailAddress mailbox) {
        return inWorkspace(
                client,
                "warm-up",
                (line, workspace) -> read(
                                line, "warm-up of one", () -> line.api().mailbox(workspace, mailbox.value()))
                        .flatMap(box -> warmth(box)
                                .<Result<MailboxWarmth, VendorFailure>>map(Result::ok)
                                .orElseGet(() ->
                                        Result.err(Failures.contract("warm-up", "a mailbox without an address")))));
    }

    private static Optional<MailboxWarmth> warmth(WarmUpApi.Box box) {
        WarmUpApi.Health health = Optional.ofNullable(box.healthReport())
                .orElseGet(() -> new WarmUpApi.Health(null, null, null, null, null, null, null));
        int hits = health.blacklists() == null ? 0 : health.blacklists().detectedCount();
        Dns dns = new Dns(dns(health.spf()), dns(health.dkim()), dns(health.dmarc()), dns(health.mx()));
        return ThreadReader.address(box.address())
                .map(address -> new MailboxWarmth(
                        address,
                        box.warm(),
                        box.warmupDaysCompleted(),
                        box.warmupDaysLeft(),
                        health.heatScore(),
                        dns,
                        hits,
                        health.lastCheckedAt()));
    }

    private static DnsState dns(WarmUpApi.@Nullable Check check) {
        return switch (check == null ? "" : Texts.orEmpty(check.status())) {
            case "valid" -> DnsState.VALID;
            case "invalid" -> DnsState.INVALID;
            case "missing" -> DnsState.MISSING;
            default -> DnsState.UNKNOWN;
        };
    }
}
