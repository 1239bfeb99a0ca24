package io.agencyos.domain.lead.intake;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file means what. Several columns may mean one field, such as three kinds of telephone; the first of
 * them that is not blank counts. A column that means nothing is ignored. Source: api 9.6 {@code column_map}.
 */
public final class ColumnMapping {

    private static final String METADATA = "metadata.";
    private static final Pattern METADATA_KEY = Pattern.compile("[a-z0-9_]{1,40}");
    private static final int MAX_METADATA = 20;

    private final List<String> headers;
    private final Map<LeadField, List<Integer>> columns;
    private final Map<String, Integer> metadata;

    private ColumnMapping(List<String> headers, Map<LeadField, List<Integer>> columns, Map<String, Integer> metadata) {
        this.headers = List.copyOf(headers);
        this.columns = columns;
        this.metadata = metadata;
    }

    /** Why a mapping that was given cannot be used: {@code unknown_column}, {@code unknown_field}, … */
    public record Problem(String column, String code, String message) {}

    /** What the headers most likely mean, by the names that other products give them. */
    public static ColumnMapping guess(List<String> headers) {
        record Candidate(LeadField field, int rank, int column) {}
        List<Candidate> candidates = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            String plain = plain(headers.get(column));
            for (LeadField field : LeadField.values()) {
                int rank = plain.equals(plain(field.wire())) ? 0 : field.rankOf(plain);
                if (rank >= 0) {
                    candidates.add(new Candidate(field, rank, column));
                    break;
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::rank).thenComparingInt(Candidate::column));
        Map<LeadField, List<Integer>> columns = new EnumMap<>(LeadField.class);
        candidates.forEach(c ->
                columns.computeIfAbsent(c.field(), any -> new ArrayList<>()).add(c.column()));
        return new ColumnMapping(headers, columns, Map.of());
    }

    /**
     * The mapping that somebody gave: header to member of a lead, or to {@code metadata.<key>}. Headers match exactly
     * after trimming; columns that are left out are ignored. All problems are reported together.
     */
    public static Result<ColumnMapping, List<Problem>> given(List<String> headers, Map<String, String> columnMap) {
        List<Problem> problems = new ArrayList<>();
        Map<LeadField, List<Integer>> columns = new EnumMap<>(LeadField.class);
        Map<String, Integer> metadata = new LinkedHashMap<>();
        columnMap.forEach((header, member) -> {
            int column = headers.stream().map(String::strip).toList().indexOf(header.strip());
            if (column < 0) {
                problems.add(new Problem(header, "unknown_column", "The file has no column of this name."));
            } else if (member.startsWith(METADATA)) {
                String key = member.substring(METADATA.length());
                if (!METADATA_KEY.matcher(key).matches()) {
                    problems.add(new Problem(header, "invalid_metadata_key", "A key is 1 to 40 of a-z, 0-9 and _."));
                }
                metadata.put(key, column);
            } else {
                Optional<LeadField> field = Vocabulary.parse(LeadField.class, member);
                field.ifPresentOrElse(
                        known -> columns.computeIfAbsent(known, any -> new ArrayList<>())
                                .add(column),
                        () -> problems.add(
                                new Problem(header, "unknown_field", "A lead has no member " + member + ".")));
            }
        });
        if (metadata.size() > MAX_METADATA) {
            problems.add(new Problem("", "too_many_metadata", "A lead has at most 20 pairs of metadata."));
        }
        return problems.isEmpty()
                ? Result.ok(new ColumnMapping(headers, columns, metadata))
                : Result.err(List.copyOf(problems));
    }

    /** Whether any row could name anybody: some column is an e-mail, a LinkedIn page or a telephone. */
    public boolean canIdentify() {
        return columns.containsKey(LeadField.EMAIL)
                || columns.containsKey(LeadField.LINKEDIN_URL)
                || columns.containsKey(LeadField.PHONE);
    }

    /** The mapping as it is shown for a preview: header to member, in the order of the columns. */
    public Map<String, String> described() {
        Map<Integer, String> byColumn = new LinkedHashMap<>();
        columns.forEach((field, list) -> list.forEach(column -> byColumn.put(column, field.wire())));
        metadata.forEach((key, column) -> byColumn.put(column, METADATA + key));
        Map<String, String> described = new LinkedHashMap<>();
        for (int column = 0; column < headers.size(); column++) {
            String member = byColumn.get(column);
            if (member != null) {
                described.put(headers.get(column).strip(), member);
            }
        }
        return described;
    }

    /** A row as the mapping understands it: member to cell, without what is blank. */
    public Map<String, String> mapped(List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        columns.keySet().forEach(field -> {
            String cell = cell(cells, field);
            if (cell != null) {
                row.put(field.wire(), cell);
            }
        });
        metadata(cells).forEach((key, cell) -> row.put(METADATA + key, cell));
        return row;
    }

    /** Header of the first column that means this field, for messages about it. */
    String headerOf(LeadField field) {
        List<Integer> list = columns.get(field);
        return list == null ? field.wire() : headers.get(list.getFirst()).strip();
    }

    /** The first cell of this field that is not blank, trimmed; null when there is none. */
    @Nullable
    String cell(List<String> cells, LeadField field) {
        for (int column : columns.getOrDefault(field, List.of())) {
            String cell = column < cells.size() ? tidy(cells.get(column)) : "";
            if (!cell.isEmpty()) {
                return cell;
            }
        }
        return null;
    }

    /** All cells of this field that are not blank, the most trusted column first. */
    List<String> cells(List<String> cells, LeadField field) {
        return columns.getOrDefault(field, List.of()).stream()
                .filter(column -> column < cells.size())
                .map(column -> tidy(cells.get(column)))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    Map<String, String> metadata(List<String> cells) {
        Map<String, String> pairs = new LinkedHashMap<>();
        metadata.forEach((key, column) -> {
            String cell = column < cells.size() ? tidy(cells.get(column)) : "";
            if (!cell.isEmpty()) {
                pairs.put(key, cell);
            }
        });
        return pairs;
    }

    /** Whether something stands behind the last column, so that cells may have moved to the wrong ones. */
    boolean hasNoColumnFor(List<String> cells) {
        return cells.stream().skip(headers.size()).anyMatch(cell -> !tidy(cell).isEmpty());
    }

    private static String tidy(String cell) {
        return cell.replace('\u00A0', ' ').strip();
    }

    private static String plain(String header) {
        String decomposed = Normalizer.normalize(header, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
