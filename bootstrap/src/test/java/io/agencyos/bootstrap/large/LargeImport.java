package io.agencyos.bootstrap.large;

import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeadImports;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.lead.MemorySuppressions;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.LeadUseCases;
import io.agencyos.application.lead.store.LeadImports;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A process that imports a file of so many rows of such a width and says what came of it; its stores forget its rows. */
final class LargeImport {

    private LargeImport() {}

    public static void main(String[] args) {
        int rows = Integer.parseInt(args[0]);
        int width = Integer.parseInt(args[1]);
        MemoryUnitOfWork units = new MemoryUnitOfWork();
        MemoryClients clients = new MemoryClients(units);
        Instant now = Instant.parse("2026-03-02T00:00:00Z");
        OpenClient open = new ClientUseCases(
                        clients, new MemoryCredits(units, UUID::randomUUID), units, () -> now, UUID::randomUUID)
                .openClient();
        if (!(open.open("Northlight") instanceof OpenClient.Outcome.Opened(var client))) {
            throw new IllegalStateException("no client");
        }
        LeadUseCases leads = new LeadUseCases(
                new LeadPorts(
                        new MemoryLeads(units),
                        new MemoryPoolPeople(units),
                        new MemorySuppressions(units),
                        new ForgottenRows(new MemoryLeadImports(units))),
                clients,
                new MemoryCampaigns(units),
                (of, which, cause) -> {},
                (of, campaign, which) -> 0,
                (of, lead) -> {},
                new MemoryEvents(units),
                PublishedSuffixes.identityKeys(),
                units,
                () -> now,
                UUID::randomUUID);
        try (LeadFile file = new CsvLeadFiles().open(() -> new EndlessFile(rows, width))) {
            ImportLeads.Outcome outcome = leads.importLeads()
                    .importLeads(
                            TenantScope.worker(client.id()),
                            new ImportLeads.Request(LeadSource.CSV_IMPORT, "endless.csv", Map.of(), null),
                            file,
                            counts -> {},
                            reject -> {});
            System.out.println(outcome);
        }
    }

    /** What became of the rows is told in numbers; of a row itself only whose it was is kept, once. */
    private record ForgottenRows(LeadImports runs, Set<LeadId> named) implements LeadImports {

        ForgottenRows(LeadImports runs) {
            this(runs, new HashSet<>());
        }

        @Override
        public void addRows(Collection<LeadImportRow> rows) {
            rows.stream().map(LeadImportRow::leadId).filter(Objects::nonNull).forEach(named::add);
        }

        @Override
        public Set<LeadId> seen(ClientId client, ImportId id, Collection<LeadId> leads) {
            Set<LeadId> seen = new HashSet<>(leads);
            seen.retainAll(named);
            return seen;
        }

        @Override
        public void insert(LeadImport run) {
            runs.insert(run);
        }

        @Override
        public LeadImport update(LeadImport run) {
            return runs.update(run);
        }

        @Override
        public Optional<LeadImport> find(ClientId client, ImportId id) {
            return runs.find(client, id);
        }

        @Override
        public List<LeadImport> list(ClientId client, int limit) {
            return runs.list(client, limit);
        }

        @Override
        public List<LeadImportRow> rows(
                ClientId client, ImportId id, Set<ImportRowResult> results, int afterRowNo, int limit) {
            return List.of();
        }
    }
}
