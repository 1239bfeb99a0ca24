package io.agencyos.application.lead;

import io.agencyos.application.lead.intake.ListImports;
import io.agencyos.application.lead.store.LeadImports;
import io.agencyos.application.lead.store.LeadMarks;
import io.agencyos.application.lead.store.LeadMarks.Marks;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.LeadQueries.After;
import io.agencyos.application.lead.store.LeadQueries.AfterImport;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.LeadQueries.Listed;
import io.agencyos.application.lead.store.LeadQueries.ListedImport;
import io.agencyos.application.lead.store.LeadQueries.Shown;
import io.agencyos.application.lead.store.LeadQueries.Window;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looking at leads and imports, wired by hand; a scope is proof of membership, and every member may look. */
public final class LeadReadUseCases {

    /** Leads that are looked at together for a list that lists of whom not to contact narrow. */
    private static final int AT_ONCE = 250;

    private final LeadQueries queries;
    private final LeadImports imports;
    private final LeadMarks marks;
    private final UnitOfWork units;
    private final ClockPort clock;

    public LeadReadUseCases(
            LeadQueries queries, LeadImports imports, LeadMarks marks, UnitOfWork units, ClockPort clock) {
        this.queries = queries;
        this.imports = imports;
        this.marks = marks;
        this.units = units;
        this.clock = clock;
    }

    public ListLeads listLeads() {
        return new Leads();
    }

    public ListImports listImports() {
        return new Imports();
    }

    private final class Leads implements ListLeads {

        @Override
        public List<Listed> list(TenantScope scope, Filter filter, Window window) {
            Instant now = clock.now();
            return units.reading(scope, () -> marked(scope.clientId(), filter, window, now));
        }

        private List<Listed> marked(ClientId client, Filter filter, Window window, Instant now) {
            List<Listed> rows = queries.list(client, filter, window);
            Map<LeadId, Marks> found =
                    marks.of(client, rows.stream().map(Listed::lead).toList(), now);
            return rows.stream()
                    .map(listed -> listed.with(found.getOrDefault(listed.lead().id(), Marks.NONE))
                            .asOf(now))
                    .toList();
        }

        @Override
        public Part listed(TenantScope scope, Filter filter, Window window, boolean suppressed) {
            Instant now = clock.now();
            return units.reading(scope, () -> {
                List<Listed> found = new ArrayList<>();
                Optional<After> after = window.after();
                for (int looked = 0; looked < MOST; looked += AT_ONCE) {
                    List<Listed> piece = marked(
                            scope.clientId(),
                            filter,
                            new Window(window.sort(), window.descending(), after, AT_ONCE),
                            now);
                    piece.stream()
                            .filter(listed -> isSuppressed(listed) == suppressed)
                            .forEach(found::add);
                    if (found.size() > window.limit()) {
                        List<Listed> page = found.subList(0, window.limit());
                        return new Part(page, Optional.of(place(window, page.getLast())));
                    }
                    if (piece.size() < AT_ONCE) {
                        return new Part(found, Optional.empty());
                    }
                    after = Optional.of(place(window, piece.getLast()));
                }
                return new Part(found, after);
            });
        }

        private static boolean isSuppressed(Listed listed) {
            Marks marks = listed.marks();
            return marks != null && marks.suppressed() != null;
        }

        private static After place(Window window, Listed listed) {
            return new After(
                    LeadQueries.key(window.sort(), listed.lead()), listed.lead().id());
        }

        @Override
        public Optional<Listed> show(TenantScope scope, LeadId id) {
            return detail(scope, id).map(Shown::listed);
        }

        @Override
        public Optional<Shown> detail(TenantScope scope, LeadId id) {
            Instant now = clock.now();
            return units.reading(
                    scope,
                    () -> queries.find(scope.clientId(), id).map(shown -> {
                        Lead lead = shown.listed().lead();
                        Marks found =
                                marks.of(scope.clientId(), List.of(lead), now).getOrDefault(id, Marks.NONE);
                        return new Shown(shown.listed().with(found).asOf(now), shown.score());
                    }));
        }
    }

    private final class Imports implements ListImports {

        @Override
        public List<ListedImport> list(TenantScope scope, Optional<AfterImport> after, int limit) {
            Instant now = clock.now();
            return units.reading(scope, () -> queries.imports(scope.clientId(), after, limit)).stream()
                    .map(listed -> listed.asOf(now))
                    .toList();
        }

        @Override
        public Optional<ListedImport> show(TenantScope scope, ImportId id) {
            return units.reading(scope, () -> queries.findImport(scope.clientId(), id))
                    .map(listed -> listed.asOf(clock.now()));
        }

        @Override
        public List<LeadImportRow> rows(
                TenantScope scope, ImportId id, Set<ImportRowResult> results, int afterRowNo, int limit) {
            Set<ImportRowResult> wanted = results.isEmpty() ? EnumSet.allOf(ImportRowResult.class) : results;
            return units.reading(scope, () -> imports.rows(scope.clientId(), id, wanted, afterRowNo, limit));
        }
    }
}
