package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.application.lead.LeadFile;
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
import io.agencyos.domain.shared.Country;
import io.agencyos.domain.shared.Digests;
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
 * The formula alone, with its explanation, on one core over the facts of the file's people; held against one SHA-256 of
 * each person's facts as text.
 */
final class ScoreBench {

    private static final long WARM_UP_NANOS = 1_500_000_000L;
    private static final long MEASURED_NANOS = 2_000_000_000L;
    private static final LocalDate DAY = LocalDate.of(2026, 2, 2);

    private final Path file;
    private final Consumer<String> progress;
    /** Everything that was computed goes into it, so that nothing can be left out. */
    private int sink;

    ScoreBench(Path file, Consumer<String> progress) {
        this.file = file;
        this.progress = progress;
    }

    Benchmarks.Figure measure() {
        List<LeadFacts> facts = facts();
        List<String> texts = facts.stream().map(LeadFacts::toString).toList();
        Scorer scorer = new Scorer(ScoringContext.platform(DAY));
        double scores = perSecond(
                facts, each -> scorer.score(each).snapshot(ScoreCause.INITIAL).hashCode());
        double hashes = perSecond(texts, each -> Digests.sha256(each)[0]);
        progress.accept(
                String.format(Locale.ROOT, "scored %,d people over and over (checksum %d)", facts.size(), sink));
        return new Benchmarks.Figure("score", "scores/s", scores, "SHA-256 of the same facts, one core", hashes);
    }

    private <T> double perSecond(List<T> all, ToIntFunction<T> work) {
        run(all, work, WARM_UP_NANOS);
        return run(all, work, MEASURED_NANOS);
    }

    private <T> double run(List<T> all, ToIntFunction<T> work, long nanos) {
        long begun = System.nanoTime();
        long done = 0;
        long passed;
        do {
            sink += work.applyAsInt(all.get((int) (done++ % all.size())));
            passed = System.nanoTime() - begun;
        } while (passed < nanos);
        return done * 1e9 / passed;
    }

    private List<LeadFacts> facts() {
        try (LeadFile opened = new CsvLeadFiles().open(() -> Files.newInputStream(file))) {
            LeadRowReader reader = new LeadRowReader(
                    ColumnMapping.guess(opened.headers()), Country.AUSTRALIA, PublishedSuffixes.identityKeys());
            List<LeadFacts> facts = new ArrayList<>();
            opened.rows().forEachRemaining(row -> {
                if (reader.read(row.cells()) instanceof ParsedRow.Accepted(LeadRecord record, var ignored)) {
                    facts.add(facts(record));
                }
            });
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
