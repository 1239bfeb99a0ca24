package io.agencyos.application.deal;

import io.agencyos.domain.deal.BookImport;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which column of a file is which member. Source: content 6.2, api 9.6 (column_map). */
record BookColumns(Map<String, Integer> byMember) {

    private static final Set<String> OF_CUSTOMERS =
            Set.of("company_name", "domain", "email", "contact_name", "industry", "deal_value", "closed_date");
    private static final Set<String> IDENTIFY_CUSTOMERS = Set.of("domain", "email");
    private static final Set<String> KEYS = Set.of("email", "phone", "linkedin_url", "domain", "company");
    private static final Set<String> SAID = Set.of("reason", "notes");

    static Result<BookColumns, List<Fault>> of(BookImport.Kind kind, List<String> headers, Map<String, String> given) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Integer> found = new LinkedHashMap<>();
        given.forEach((header, member) -> {
            if (!headers.contains(header)) {
                faults.add(new Fault("column_map", "unknown_column", "There is no column " + header + "."));
            } else if (!isMember(kind, member)) {
                faults.add(new Fault("column_map", "unknown_field", "There is no member " + member + "."));
            } else {
                found.put(member, headers.indexOf(header));
            }
        });
        if (given.isEmpty()) {
            for (int i = 0; i < headers.size(); i++) {
                String name = headers.get(i).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
                if (isMember(kind, name)) {
                    found.putIfAbsent(name, i);
                }
            }
        }
        Set<String> identify = kind == BookImport.Kind.CUSTOMERS ? IDENTIFY_CUSTOMERS : KEYS;
        if (faults.isEmpty() && found.keySet().stream().noneMatch(identify::contains)) {
            faults.add(new Fault("file", "identity_required", "No column says who is meant."));
        }
        return faults.isEmpty() ? Result.ok(new BookColumns(found)) : Result.err(faults);
    }

    private static boolean isMember(BookImport.Kind kind, String name) {
        return switch (kind) {
            case CUSTOMERS -> OF_CUSTOMERS.contains(name);
            case SUPPRESSIONS -> KEYS.contains(name) || SAID.contains(name);
        };
    }

    /** The cell without blanks around it; empty where there is none. */
    String cell(List<String> cells, String member) {
        Integer column = byMember.get(member);
        return column == null || column >= cells.size() ? "" : cells.get(column).strip();
    }
}
