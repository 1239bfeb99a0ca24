package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.LeadQueries.Sort;
import io.agencyos.application.lead.store.LeadQueries.Window;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.tier.Tier;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pages of the lead list as a member asks for them, each with its own unit of work; there is nothing to hold it against. */
final class ListBench implements House.Benchmark {

    private static final int PAGE = 50;
    private static final int MOST_PAGES = 200;
    private static final int FEWEST_PAGES = 20;

    /** A list that is walked from its first page on. */
    private record Walk(String name, Filter filter, Sort sort) {}

    private static final List<Walk> WALKS = List.of(
            new Walk("list, newest", Filter.ALL, Sort.CREATED),
            new Walk("list, best", Filter.ALL, Sort.SCORE),
            new Walk("list, changed", Filter.ALL, Sort.UPDATED),
            new Walk("filter, tier", filter(Set.of(Tier.WARM), Set.of(), null), Sort.CREATED),
            new Walk("filter, rare", filter(Set.of(Tier.HOT), Set.of(LeadStatus.REPLIED), null), Sort.CREATED),
            new Walk("search, common", filter(Set.of(), Set.of(), "harbour"), Sort.CREATED),
            new Walk("search, rare", filter(Set.of(), Set.of(), "zzyzx"), Sort.CREATED));

    private final int pages;

    /** @param rows of the lists: in few of them there are few pages to ask for */
    ListBench(int rows) {
        pages = Math.clamp(rows / PAGE, FEWEST_PAGES, MOST_PAGES);
    }

    private static Filter filter(Set<Tier> tiers, Set<LeadStatus> statuses, @Nullable String search) {
        return new Filter(Set.of(), tiers, statuses, null, null, search, null, null);
    }

    @Override
    public List<Benchmarks.Figure> measure(House house) throws IOException {
        house.bare(ListBench::tidied);
        // nothing is written any more, so that the leads of this minute are summarised, too
        house.product().searchUpkeep().keep(house.client(), Instant.now().plus(Duration.ofHours(1)));
        List<Benchmarks.Figure> figures = new ArrayList<>();
        for (Walk walk : WALKS) {
            long[] nanos = walked(house, walk);
            Arrays.sort(nanos);
            figures.add(new Benchmarks.Figure(
                    walk.name(),
                    String.format(Locale.ROOT, "p95 %.1f ms", nanos[nanos.length * 95 / 100] / 1e6),
                    "",
                    "< 50 ms",
                    String.format(
                            Locale.ROOT, "median %.1f ms, %d pages", nanos[nanos.length / 2] / 1e6, nanos.length)));
        }
        return figures;
    }

    private long[] walked(House house, Walk walk) {
        TenantScope member = new TenantScope(house.client(), null, Role.MEMBER);
        int measured = walk.name().startsWith("search, rare") ? Math.max(FEWEST_PAGES, pages / 10) : pages;
        long[] nanos = new long[measured];
        Optional<LeadQueries.After> after = Optional.empty();
        for (int i = -measured / 5; i < measured; i++) {
            long begun = System.nanoTime();
            List<LeadQueries.Listed> page = house.product()
                    .leadReads()
                    .listLeads()
                    .list(member, walk.filter(), new Window(walk.sort(), true, after, PAGE));
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begun;
            }
            after = page.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(new LeadQueries.After(
                            LeadQueries.key(walk.sort(), page.getLast().lead()),
                            page.getLast().lead().id()));
        }
        return nanos;
    }

    private static boolean tidied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) app.lead");
            return statement.execute("vacuum (analyze) app.lead_profile");
        }
    }
}
