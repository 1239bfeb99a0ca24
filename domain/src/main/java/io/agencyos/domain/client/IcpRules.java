package io.agencyos.domain.client;

import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.SizeRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What makes an ideal customer profile acceptable, and what it needs before it is confirmed. Source: api 8, 9.3. */
public final class IcpRules {

    private static final int MOST_ITEMS = 50;
    private static final int LONGEST_ITEM = 120;

    private IcpRules() {}

    /** Every problem, in the order of the fields. */
    public static List<FieldProblem> problems(IcpTarget target) {
        List<FieldProblem> problems = new ArrayList<>();
        items("industries", target.industries(), problems);
        items("titles", target.titles(), problems);
        items("company_sizes", target.companySizes(), problems);
        items("locations", target.locations(), problems);
        items("seniorities", target.seniorities(), problems);
        items("keywords", target.keywords(), problems);
        items("exclusions", target.exclusions(), problems);
        items("pain_points", target.painPoints(), problems);
        problems.addAll(SizeRange.problems("company_sizes", target.companySizes()));
        return List.copyOf(problems);
    }

    /** What a profile lacks that is to steer sourcing. */
    public static List<FieldProblem> missing(IcpTarget target) {
        List<FieldProblem> missing = new ArrayList<>();
        required("industries", target.industries(), missing);
        required("titles", target.titles(), missing);
        required("company_sizes", target.companySizes(), missing);
        required("locations", target.locations(), missing);
        return List.copyOf(missing);
    }

    private static void required(String path, List<String> values, List<FieldProblem> missing) {
        if (values.isEmpty()) {
            missing.add(FieldProblem.of(path, "required", "At least one is needed."));
        }
    }

    private static void items(String path, List<String> values, List<FieldProblem> problems) {
        if (values.size() > MOST_ITEMS) {
            problems.add(FieldProblem.of(path, "too_many", "At most 50."));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            String at = path + "[" + i + "]";
            if (value.isEmpty()) {
                problems.add(FieldProblem.of(at, "blank", "An entry is a text."));
            } else if (value.length() > LONGEST_ITEM) {
                problems.add(FieldProblem.of(at, "too_long", "At most 120 characters."));
            } else if (!seen.add(value.toLowerCase(Locale.ROOT))) {
                problems.add(FieldProblem.of(at, "duplicate", "It is there already."));
            }
        }
    }
}
