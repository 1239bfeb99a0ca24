package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.intake.ColumnMapping;
import io.agencyos.domain.lead.intake.LeadRecord;
import io.agencyos.domain.lead.intake.LeadRowReader;
import io.agencyos.domain.lead.intake.ParsedRow;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.Lookup;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.Scorer;
import io.agencyos.domain.scoring.ScoringContext;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.shared.contact.Country;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * The formula alone on one core over the facts of the first people of the file: with every row of the explanation
 * computed and kept, and then with the rows put into words too, which only a score that is stored or shown needs.
 */
final class ScoreBench {

    private static final long WARM_UP_NANOS = 1_500_000_000L;
    private static final long MEASURED_NANOS = 2_000_000_000L;
    private static final int PEOPLE = 10_000;
    private static final LocalDate DAY = LocalDate.of(2026, 2, 2);

    private final Path file;
    private final double part;
    private final Consumer<String> progress;
    /** Everything that was computed goes into it, so that nothing can be left out. */
    private int sink;

    /** @param rows of the file: below the number of people that are scored, the time falls with it */
    ScoreBench(Path file, int rows, Consumer<String> progress) {
        this.file = file;
        this.part = Math.min(1, (double) rows / PEOPLE);
        this.progress = progress;
    }

    List<Benchmarks.Figure> measure() {
        List<LeadFacts> facts = facts();
        Scorer scorer = new Scorer(ScoringContext.platform(DAY));
        Benchmarks.Figure scored =
                figure("score", ">= 2 M leads/s", "every row's exact points kept, no words yet", facts, each ->
                        (int) scorer.score(each).points(Signal.EMAIL).numerator());
        Benchmarks.Figure told = figure(
                "score, in words",
                "",
                "with the rows, shown points and facts as history keeps them",
                facts,
                each -> scorer.score(each).snapshot(ScoreCause.INITIAL).hashCode());
        progress.accept(
                String.format(Locale.ROOT, "scored %,d people over and over (checksum %d)", facts.size(), sink));
        return List.of(scored, told);
    }

    private <T> Benchmarks.Figure figure(String name, String wanted, String what, List<T> all, ToIntFunction<T> work) {
        run(all, work, (long) (part * WARM_UP_NANOS));
        long before = allocated();
        Timed timed = run(all, work, (long) (part * MEASURED_NANOS));
        long bytes = allocated() - before;
        return new Benchmarks.Figure(
                name,
                String.format(Locale.ROOT, "%,.0f leads/s", timed.done() * 1e9 / timed.nanos()),
                "",
                wanted,
                String.format(
                        Locale.ROOT,
                        "%s; %,.0f ns and %,d bytes a lead, one core",
                        what,
                        (double) timed.nanos() / timed.done(),
                        bytes / timed.done()));
    }

    /** Bytes that this thread has allocated since it began. */
    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? threads.getCurrentThreadAllocatedBytes()
                : 0;
    }

    private record Timed(long done, long nanos) {}

    private <T> Timed run(List<T> all, ToIntFunction<T> work, long nanos) {
        long begun = cpuNanos();
        long done = 0;
        long passed;
        do {
            for (T each : all) {
                sink += work.applyAsInt(each);
            }
            done += all.size();
            passed = cpuNanos() - begun;
        } while (passed < nanos);
        return new Timed(done, passed);
    }

    /** Time that this thread had a core, so that whoever else is busy on the machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<LeadFacts> facts() {
        try (LeadFile opened = new CsvLeadFiles().open(() -> Files.newInputStream(file))) {
            LeadRowReader reader = new LeadRowReader(
                    ColumnMapping.guess(opened.headers()), Country.AUSTRALIA, DAY, PublishedSuffixes.identityKeys());
            List<LeadFacts> facts = new ArrayList<>();
            for (int n = 0; n < PEOPLE && opened.rows().hasNext(); n++) {
                if (reader.read(opened.rows().next().cells())
                        instanceof ParsedRow.Accepted(LeadRecord record, var ignored)) {
                    facts.add(facts(record));
                }
            }
            return facts;
        }
    }

    private static LeadFacts facts(LeadRecord record) {
        CompanyDetails company = record.company();
        return new LeadFacts(
                new LeadFacts.Contact(
                        Optional.ofNullable(record.contact().email())
                                .map(email -> email.value())
                                .orElse(null),
                        record.contact().emailStatus(),
                        Optional.ofNullable(record.contact().phone())
                                .map(phone -> phone.e164())
                                .orElse(null),
                        false,
                        Optional.ofNullable(record.contact().linkedIn())
                                .map(page -> page.key())
                                .orElse(null),
                        null),
                new LeadFacts.Role(record.person().title(), record.person().seniority(), record.roleStart()),
                new LeadFacts.Company(
                        company.industry(),
                        null,
                        company.employeeCount(),
                        Optional.ofNullable(company.country())
                                .map(Country::alpha2)
                                .orElse(null),
                        company.state(),
                        company.city(),
                        Optional.ofNullable(company.domain())
                                .map(domain -> domain.value())
                                .orElse(null),
                        company.technologies(),
                        company.hiring(),
                        company.latestFundingDate()),
                LeadFacts.Reputation.CLEAN,
                new Lookup.Absent<>(),
                new Lookup.Absent<>(),
                new Lookup.Absent<>(),
                false,
                0);
    }
}
