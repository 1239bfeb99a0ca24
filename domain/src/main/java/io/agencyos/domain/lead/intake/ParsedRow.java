package io.agencyos.domain.lead.intake;

import java.util.List;

/** One row, read: facts with what had to be left out, or why it names nobody. Source: api 9.6. */
public sealed interface ParsedRow {

    /**
     * A cell that could not be taken as it stands.
     *
     * @param column header of the file
     * @param code {@code invalid_email}, {@code invalid_phone}, …
     */
    record CellProblem(String column, String code, String message) {}

    /** The row names somebody. Optional cells that could not be read are left out and named. */
    record Accepted(LeadRecord lead, List<CellProblem> ignored) implements ParsedRow {

        public Accepted {
            ignored = List.copyOf(ignored);
        }
    }

    /** The row is refused as a whole. */
    record Invalid(List<CellProblem> problems) implements ParsedRow {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
