package io.agencyos.application.lead;

import io.agencyos.application.lead.LeadQueries.AfterImport;
import io.agencyos.application.lead.LeadQueries.Filter;
import io.agencyos.application.lead.LeadQueries.Listed;
import io.agencyos.application.lead.LeadQueries.ListedImport;
import io.agencyos.application.lead.LeadQueries.Shown;
import io.agencyos.application.lead.LeadQueries.Window;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.ImportId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.PhoneNumber;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Looking at leads and imports, wired by hand; a scope is proof of membership, and every member may look. */
public final class LeadReadUseCases {

    private final LeadQueries queries;
    private final LeadImports imports;
    private final Suppressions suppressions;
    private final Function<PhoneNumber, DoNotCallStanding> register;
    private final UnitOfWork units;
    private final ClockPort clock;

    /** @param register what the Do Not Call Register said of a number, asked in the product's own unit of the tenant */
    public LeadReadUseCases(
            LeadQueries queries,
            LeadImports imports,
            Suppressions suppressions,
            Function<PhoneNumber, DoNotCallStanding> register,
            UnitOfWork units,
            ClockPort clock) {
        this.queries = queries;
        this.imports = imports;
        this.suppressions = suppressions;
        this.register = register;
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
            return units.reading(scope, () -> queries.list(scope.clientId(), filter, window));
        }

        @Override
        public Optional<Listed> show(TenantScope scope, LeadId id) {
            return units.reading(scope, () -> queries.find(scope.clientId(), id))
                    .map(Shown::listed);
        }

        /** As the product itself: what the platform holds against somebody is told by its reason alone. */
        @Override
        public Optional<Detail> detail(TenantScope scope, LeadId id) {
            ClientId client = scope.clientId();
            return units.reading(
                    scope.asWorker(),
                    () -> queries.find(client, id).map(shown -> {
                        Lead lead = shown.listed().lead();
                        PhoneNumber phone = lead.contact().phone();
                        return new Detail(
                                shown,
                                suppressions
                                        .match(client, Suppressions.Subject.of(lead), clock.now())
                                        .orElse(null),
                                phone == null ? new DoNotCallStanding.Unknown() : register.apply(phone));
                    }));
        }
    }

    private final class Imports implements ListImports {

        @Override
        public List<ListedImport> list(TenantScope scope, Optional<AfterImport> after, int limit) {
            return units.reading(scope, () -> queries.imports(scope.clientId(), after, limit));
        }

        @Override
        public Optional<ListedImport> show(TenantScope scope, ImportId id) {
            return units.reading(scope, () -> queries.findImport(scope.clientId(), id));
        }

        @Override
        public List<LeadImportRow> rows(
                TenantScope scope, ImportId id, Set<ImportRowResult> results, int afterRowNo, int limit) {
            Set<ImportRowResult> wanted = results.isEmpty() ? EnumSet.allOf(ImportRowResult.class) : results;
            return units.reading(scope, () -> imports.rows(scope.clientId(), id, wanted, afterRowNo, limit));
        }
    }
}
