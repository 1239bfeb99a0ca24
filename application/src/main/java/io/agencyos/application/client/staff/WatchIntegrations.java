package io.agencyos.application.client.staff;

import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.vendor.VendorAccountState;
import io.agencyos.application.platform.vendor.VendorAccounts;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** How the accounts of all live clients do, vendor by vendor; twins have none that count. Source: api 9.13, 9.17. */
@PrimaryPort
public final class WatchIntegrations {

    private static final int MOST_TROUBLED = 100;

    private final VendorAccounts accounts;
    private final Clients clients;
    private final UnitOfWork units;

    public WatchIntegrations(VendorAccounts accounts, Clients clients, UnitOfWork units) {
        this.accounts = accounts;
        this.clients = clients;
        this.units = units;
    }

    /**
     * A vendor that somebody has connected.
     *
     * @param accounts how many there are
     * @param troubled those that do not work as they should, the last error first, at most 100
     */
    public record Health(String vendor, int accounts, int needAttention, int broken, List<Troubled> troubled) {}

    /** An account that somebody has to look at. */
    public record Troubled(Client client, VendorAccountState state) {}

    /** By the vendors' names. */
    public List<Health> health() {
        return units.readingPlatform(() -> {
            Map<ClientId, Client> live =
                    clients.allLive().stream().collect(Collectors.toMap(Client::id, Function.identity()));
            return accounts.everywhere().stream()
                    .filter(standing -> live.containsKey(standing.client()))
                    .collect(Collectors.groupingBy(VendorAccounts.Standing::vendor, TreeMap::new, Collectors.toList()))
                    .entrySet()
                    .stream()
                    .map(vendor -> health(vendor.getKey(), vendor.getValue(), live))
                    .toList();
        });
    }

    private static Health health(String vendor, List<VendorAccounts.Standing> standings, Map<ClientId, Client> live) {
        return new Health(
                vendor,
                standings.size(),
                count(standings, VendorAccountState.Status.NEEDS_ATTENTION),
                count(standings, VendorAccountState.Status.ERROR),
                standings.stream()
                        .filter(one -> one.state().status() != VendorAccountState.Status.CONNECTED)
                        .map(one -> new Troubled(live.get(one.client()), one.state()))
                        .sorted(Comparator.comparing(
                                        (Troubled one) -> one.state().lastErrorAt(),
                                        Comparator.nullsFirst(Comparator.naturalOrder()))
                                .reversed())
                        .limit(MOST_TROUBLED)
                        .toList());
    }

    private static int count(List<VendorAccounts.Standing> standings, VendorAccountState.Status status) {
        return (int)
                standings.stream().filter(one -> one.state().status() == status).count();
    }
}
