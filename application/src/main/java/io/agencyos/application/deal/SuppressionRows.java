package io.agencyos.application.deal;

import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.store.Suppressions.Key;
import io.agencyos.application.outreach.suppression.SuppressNow;
import io.agencyos.domain.deal.BookImport;
import io.agencyos.domain.deal.BookImport.RowResult;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.Country;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a file of whom not to contact: one read and one write for each part. Source: outreach 6.2. */
record SuppressionRows(BookImport run, BookColumns columns, SuppressNow suppress, Country home) {

    private static final int NOTES = 2_000;

    private static final Map<String, SuppressionKeyType> TYPES = new LinkedHashMap<>(Map.of(
            "email", SuppressionKeyType.EMAIL,
            "phone", SuppressionKeyType.PHONE,
            "linkedin_url", SuppressionKeyType.LINKEDIN,
            "domain", SuppressionKeyType.DOMAIN,
            "company", SuppressionKeyType.COMPANY));

    private record Said(
            int line,
            @Nullable Key key,
            SuppressNow.@Nullable Wanted wanted,
            @Nullable String error) {}

    List<BookImport.Row> take(List<LeadFile.Row> part) {
        List<Said> said = part.stream().map(this::read).toList();
        Map<Key, SuppressNow.Wanted> wanted = new LinkedHashMap<>();
        Map<Key, Integer> firstLine = new LinkedHashMap<>();
        for (Said row : said) {
            if (row.key() != null && row.wanted() != null) {
                wanted.merge(row.key(), row.wanted(), SuppressionRows::stronger);
                firstLine.putIfAbsent(row.key(), row.line());
            }
        }
        Map<Key, SuppressNow.Entered> entered = suppress.enterNew(run.clientId(), wanted);
        List<BookImport.Row> rows = new ArrayList<>();
        said.forEach(row -> rows.add(result(row, entered, firstLine)));
        return rows;
    }

    private static SuppressNow.Wanted stronger(SuppressNow.Wanted one, SuppressNow.Wanted other) {
        return other.reason().isStrongerThan(one.reason()) ? other : one;
    }

    private static BookImport.Row result(Said row, Map<Key, SuppressNow.Entered> entered, Map<Key, Integer> firstLine) {
        if (row.key() == null) {
            return new BookImport.Row(row.line(), RowResult.FAILED, row.error(), null, null);
        }
        SuppressNow.Entered entry = entered.get(row.key());
        boolean first = Objects.equals(firstLine.get(row.key()), row.line());
        if (entry == null || !first) {
            return new BookImport.Row(row.line(), RowResult.SKIPPED, null, null, null);
        }
        return entry.made()
                ? new BookImport.Row(
                        row.line(),
                        RowResult.IMPORTED,
                        null,
                        null,
                        entry.entry().id())
                : new BookImport.Row(row.line(), RowResult.UPDATED, null, null, null);
    }

    private Said read(LeadFile.Row row) {
        List<Map.Entry<String, SuppressionKeyType>> named = TYPES.entrySet().stream()
                .filter(type -> !columns.cell(row.cells(), type.getKey()).isEmpty())
                .toList();
        if (named.size() != 1) {
            return failed(row, named.isEmpty() ? "nobody is named" : "a row names one address, number or company");
        }
        String reasonText = columns.cell(row.cells(), "reason");
        Optional<SuppressionReason> reason = reasonText.isEmpty()
                ? Optional.of(SuppressionReason.DO_NOT_CONTACT)
                : Vocabulary.parse(SuppressionReason.class, reasonText);
        if (reason.isEmpty()) {
            return failed(row, "there is no reason " + reasonText);
        }
        String notes = columns.cell(row.cells(), "notes");
        SuppressNow.Wanted wanted = new SuppressNow.Wanted(
                reason.get(),
                SuppressionSource.CSV_IMPORT,
                notes.isEmpty() ? null : notes.substring(0, Math.min(notes.length(), NOTES)));
        Result<Key, InputProblem> key = suppress.read(
                named.getFirst().getValue(),
                columns.cell(row.cells(), named.getFirst().getKey()),
                home);
        return switch (key) {
            case Result.Ok<Key, InputProblem>(Key read) -> new Said(row.line(), read, wanted, null);
            case Result.Err<Key, InputProblem>(InputProblem problem) -> failed(row, problem.code());
        };
    }

    private static Said failed(LeadFile.Row row, String why) {
        return new Said(row.line(), null, null, "Row " + row.line() + ": " + why);
    }
}
