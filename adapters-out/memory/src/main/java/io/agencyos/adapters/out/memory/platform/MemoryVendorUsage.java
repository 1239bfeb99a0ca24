package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.usage.VendorUsage;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.platform.usage.VendorCap;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What clients used of vendors, line by line. */
public final class MemoryVendorUsage implements VendorUsage {

    private record Key(ClientId client, UUID dispatch) {}

    private record Row(Use use, boolean settled) {

        Key key() {
            return new Key(use.client(), use.dispatch());
        }

        boolean isDropped() {
            return use.units() == 0 && !settled;
        }

        Row costing(int units, MicroAud cost, boolean known) {
            return new Row(
                    new Use(use.client(), use.dispatch(), use.vendor(), use.unit(), units, cost, use.day(), use.at()),
                    known);
        }
    }

    private record Day(ClientId client, LocalDate day, String vendor, MeteredUnit unit) {}

    private final MemoryTable<Key, Row> table;
    private final Predicate<ClientId> live;

    /** Where nobody has a twin. */
    public MemoryVendorUsage(MemoryUnitOfWork units) {
        this(units, client -> true);
    }

    /** @param live which clients are no twins */
    public MemoryVendorUsage(MemoryUnitOfWork units, Predicate<ClientId> live) {
        this.live = live;
        table = MemoryTable.<Key, Row>ofTenants(
                        "vendor_usage", units, row -> row.use().client(), Row::key)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
    }

    @Override
    public void expect(Collection<Use> uses) {
        uses.stream()
                .map(use -> new Row(use, false))
                .filter(row -> table.find(row.key()).map(Row::isDropped).orElse(true))
                .forEach(table::put);
    }

    @Override
    public void settle(ClientId client, Collection<UUID> dispatches) {
        of(client, dispatches).forEach(row -> table.put(new Row(row.use(), true)));
    }

    @Override
    public void settle(ClientId client, UUID dispatch, int units, MicroAud cost) {
        of(client, List.of(dispatch)).forEach(row -> table.put(row.costing(units, cost, true)));
    }

    @Override
    public void drop(ClientId client, Collection<UUID> dispatches) {
        of(client, dispatches)
                .filter(row -> !row.settled())
                .forEach(row -> table.put(row.costing(0, MicroAud.ZERO, false)));
    }

    private Stream<Row> of(ClientId client, Collection<UUID> dispatches) {
        return dispatches.stream().distinct().flatMap(dispatch -> table.find(new Key(client, dispatch)).stream());
    }

    @Override
    public VendorCap.Spent spent(ClientId client, String vendor, LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        List<Use> used = table.rows()
                .map(Row::use)
                .filter(use -> use.client().equals(client)
                        && use.vendor().equals(vendor)
                        && use.day().withDayOfMonth(1).equals(month))
                .toList();
        return new VendorCap.Spent(sum(used.stream().filter(use -> use.day().equals(day))), sum(used.stream()));
    }

    private static MicroAud sum(Stream<Use> uses) {
        return uses.map(Use::cost).reduce(MicroAud.ZERO, MicroAud::plus);
    }

    @Override
    public int removeBefore(LocalDate day, int most) {
        List<Key> old = table.rows()
                .filter(row -> row.use().day().isBefore(day))
                .sorted(Comparator.comparing(row -> row.use().day()))
                .limit(most)
                .map(Row::key)
                .toList();
        old.forEach(table::remove);
        return old.size();
    }

    @Override
    public List<Line> lines(LocalDate from, LocalDate until) {
        Map<Day, Line> lines = new LinkedHashMap<>();
        table.rows()
                .filter(row -> row.use().units() > 0
                        && live.test(row.use().client())
                        && !row.use().day().isBefore(from)
                        && !row.use().day().isAfter(until))
                .sorted(Comparator.comparing((Row row) -> row.use().day())
                        .thenComparing(row -> row.use().client().text())
                        .thenComparing(row -> row.use().vendor())
                        .thenComparing(row -> row.use().unit().wire()))
                .forEach(row -> {
                    Use use = row.use();
                    lines.merge(
                            new Day(use.client(), use.day(), use.vendor(), use.unit()),
                            new Line(
                                    use.client(),
                                    use.day(),
                                    use.vendor(),
                                    use.unit(),
                                    use.units(),
                                    use.cost(),
                                    row.settled() ? MicroAud.ZERO : use.cost()),
                            (one, other) -> new Line(
                                    one.client(),
                                    one.day(),
                                    one.vendor(),
                                    one.unit(),
                                    one.units() + other.units(),
                                    one.cost().plus(other.cost()),
                                    one.expected().plus(other.expected())));
                });
        return List.copyOf(lines.values());
    }
}
