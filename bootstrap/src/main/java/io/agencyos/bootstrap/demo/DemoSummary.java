package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.ledger.Ledger;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.conversion.ConversionByTier;
import io.agencyos.application.conversion.FunnelCounts;
import io.agencyos.application.conversion.Reports.Funnel;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.scoring.tier.Tier;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came of it: as the product counts it, and as the sandbox's ledger saw it. */
final class DemoSummary {

    /** Between saying stop and the last e-mail that was on its way already. Source: outreach 6.2. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** How somebody said stop who only told his own mail provider. */
    private static final String TOLD_TO_NOBODY = "complaint";

    private static final int IMPORTS = 100;

    private final Product product;
    private final VendorSandbox sandbox;
    private final List<Cast> casts;
    private final LocalDate today;

    DemoSummary(Product product, VendorSandbox sandbox, List<Cast> casts, DemoClock clock) {
        this.product = product;
        this.sandbox = sandbox;
        this.casts = casts;
        this.today = LocalDate.ofInstant(clock.now(), DemoPlan.ZONE);
    }

    private record Column(
            String name, Map<Tier, Integer> leads, Funnel funnel, Conservation steps, ConversionByTier.Report tiers) {}

    /** Prints it; answers whether every promise was kept. */
    boolean print(PrintWriter out) {
        List<Column> columns = casts.stream().map(this::column).toList();
        out.printf("%n%s to %s, %s%n%n", DemoPlan.FIRST_DAY, today, DemoPlan.ZONE);
        line(out, "", columns, Column::name);
        line(out, "leads scored", columns, column -> number(total(column.leads())));
        for (Tier tier : Tier.values()) {
            line(
                    out,
                    "  " + tier.wire(),
                    columns,
                    column -> number(column.leads().getOrDefault(tier, 0)));
        }
        line(out, "leads enrolled", columns, column -> number(column.funnel().enrolled()));
        line(out, "  contacted", columns, column -> number(column.funnel().contacted()));
        line(out, "  reached", columns, column -> number(column.funnel().delivered()));
        line(out, "  opened", columns, column -> number(column.funnel().opened()));
        line(out, "  replied", columns, column -> number(column.funnel().replies()));
        for (Intent intent : Intent.values()) {
            if (columns.stream().anyMatch(column -> column.funnel().replied().containsKey(intent))) {
                line(
                        out,
                        "    " + intent.wire().replace('_', ' '),
                        columns,
                        column -> number(column.funnel().replied().getOrDefault(intent, 0)));
            }
        }
        line(out, "  meetings", columns, column -> number(column.funnel().meetings()));
        boolean known = new ContactTable(product, sandbox.ledger())
                .print(out, casts.stream().map(Cast::client).toList());
        steps(out, columns);
        tiers(out, columns);
        TruthTable truth = new TruthTable(product, sandbox);
        for (int i = 0; i < casts.size(); i++) {
            truth.print(out, casts.get(i), columns.get(i).name());
        }
        return promises(out, columns, known);
    }

    private Column column(Cast cast) {
        TenantScope worker = TenantScope.worker(cast.client());
        String name = product.basis()
                .units()
                .inTenant(worker, () -> product.stores().clients.find(cast.client()))
                .orElseThrow()
                .name();
        FunnelCounts.Report funnel = product.reports()
                .funnelCounts()
                .count(worker, new FunnelCounts.Span(DemoPlan.FIRST_DAY, today, cast.campaign()))
                .orElseThrow();
        Conservation steps = product.basis()
                .units()
                .inTenant(
                        worker,
                        () -> product.stores().outreach.enrolments().conservation(cast.client(), cast.campaign()));
        return new Column(
                name,
                product.basis().units().inTenant(worker, () -> tiers(cast)),
                funnel.total().orElseGet(() -> Funnel.empty(cast.campaign())),
                steps,
                product.reports()
                        .conversionByTier()
                        .count(worker, DemoPlan.FIRST_DAY, today)
                        .orElseThrow());
    }

    private Map<Tier, Integer> tiers(Cast cast) {
        Map<Tier, Integer> sum = new EnumMap<>(Tier.class);
        var leads = product.stores().leads;
        leads.imports()
                .list(cast.client(), IMPORTS)
                .forEach(run -> leads.leads()
                        .tiersOfImport(cast.client(), run.id())
                        .forEach((tier, count) -> sum.merge(tier, count, Integer::sum)));
        return sum;
    }

    private static int total(Map<Tier, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void steps(PrintWriter out, List<Column> columns) {
        out.println();
        line(out, "steps enrolled", columns, column -> number(column.steps().enrolled()));
        line(out, "  sent", columns, column -> number(column.steps().sent()));
        line(out, "  refused", columns, column -> number(column.steps().refusedInAll()));
        Set<String> codes = new TreeSet<>();
        columns.forEach(column -> codes.addAll(column.steps().refused().keySet()));
        for (String code : codes) {
            line(
                    out,
                    "    " + code.replace('_', ' '),
                    columns,
                    column -> number(column.steps().refused().getOrDefault(code, 0L)));
        }
        line(out, "  failed", columns, column -> number(column.steps().failedInAll()));
        line(out, "  pending", columns, column -> number(column.steps().pending()));
    }

    private static void tiers(PrintWriter out, List<Column> columns) {
        out.printf("%nby tier%22s%11s%11s%11s%14s%n", "contacted", "replied", "positive", "meetings", "meeting rate");
        Map<Tier, int[]> sums = new EnumMap<>(Tier.class);
        columns.forEach(column -> column.tiers().lines().forEach(line -> {
            int[] sum = sums.computeIfAbsent(line.counts().tier(), tier -> new int[4]);
            sum[0] += line.counts().contacted();
            sum[1] += line.counts().replied();
            sum[2] += line.counts().positive();
            sum[3] += line.counts().meetings();
        }));
        sums.forEach((tier, sum) -> {
            BigDecimal rate = ConversionByTier.rate(sum[3], sum[0]);
            out.printf(
                    "  %-18s%,9d%,11d%,11d%,11d%14s%n",
                    tier.wire(),
                    sum[0],
                    sum[1],
                    sum[2],
                    sum[3],
                    rate == null
                            ? ""
                            : rate.movePointRight(2).stripTrailingZeros().toPlainString() + " %");
        });
    }

    private boolean promises(PrintWriter out, List<Column> columns, boolean known) {
        List<LedgerRow> emails = sandbox.ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.EMAIL)
                .toList();
        long contacts = sandbox.ledger().rows().stream()
                .filter(row -> row.kind().reaches())
                .count();
        int doubles = sandbox.ledger().doubleContacts().size();
        List<Ledger.Stop> stops = sandbox.ledger().stops();
        Set<String> told = stops.stream()
                .filter(stop -> !stop.how().equals(TOLD_TO_NOBODY))
                .map(Ledger.Stop::email)
                .collect(Collectors.toSet());
        long afterStop = sandbox.ledger().contactsAfterStop(GRACE).stream()
                .filter(row -> told.contains(row.toEmail()))
                .count();
        int shared = reachedByTwo(emails);
        out.println();
        List<Boolean> kept = new ArrayList<>();
        kept.add(promise(
                out,
                doubles == 0,
                "nobody was contacted twice: %,d contacts in the sandbox's ledgers, %,d doubles"
                        .formatted(contacts, doubles)));
        kept.add(promise(out, known, "every contact is known: as many sent as we count as in each vendor's ledger"));
        kept.add(promise(
                out,
                afterStop == 0,
                "stop means stop: %,d people said it, %,d contacts after it (%,d more pressed a spam button, of which this vendor tells nobody)"
                        .formatted(told.size(), afterStop, stops.size() - told.size())));
        kept.add(promise(out, shared == 0, "no person was reached by both clients: %,d".formatted(shared)));
        columns.forEach(column -> kept.add(promise(
                out,
                column.steps().closes(),
                "%s: %,d steps enrolled = %,d sent + %,d refused + %,d failed + %,d pending"
                        .formatted(
                                column.name(),
                                column.steps().enrolled(),
                                column.steps().sent(),
                                column.steps().refusedInAll(),
                                column.steps().failedInAll(),
                                column.steps().pending()))));
        out.flush();
        return kept.stream().allMatch(Boolean::booleanValue);
    }

    private static int reachedByTwo(List<LedgerRow> emails) {
        Map<String, Set<String>> workspaces = new HashMap<>();
        emails.forEach(row -> workspaces
                .computeIfAbsent(row.toEmail(), address -> new HashSet<>())
                .add(row.workspace()));
        return (int) workspaces.values().stream().filter(all -> all.size() > 1).count();
    }

    private static boolean promise(PrintWriter out, boolean kept, String sentence) {
        out.println((kept ? "kept    " : "BROKEN  ") + sentence);
        return kept;
    }

    private static void line(PrintWriter out, String label, List<Column> columns, Function<Column, String> cell) {
        out.printf("%-28s", label);
        columns.forEach(column -> out.printf("%22s", cell.apply(column)));
        out.println();
    }

    private static String number(long count) {
        return "%,d".formatted(count);
    }
}
