package io.agencyos.adapters.in.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.identity.AddUser;
import io.agencyos.application.client.identity.ListMembers;
import io.agencyos.application.client.identity.ResetPassword;
import io.agencyos.application.client.staff.AppointFirstStaff;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.LeadFiles;
import io.agencyos.application.lead.intake.ListImports;
import io.agencyos.application.lead.intake.UndoImport;
import io.agencyos.application.lead.store.LeadQueries.AfterImport;
import io.agencyos.application.lead.store.LeadQueries.ListedImport;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is said of an import that breaks off in the middle. The rest of the command is tested with the product, in bootstrap. */
class ImportCommandTest {

    private static final LeadImport.Counts TAKEN = new LeadImport.Counts(5000, 4000, 0, 1000, 0, 0);

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final OpenClient open = new ClientUseCases(
                    clients,
                    new MemoryCredits(units, UUID::randomUUID),
                    units,
                    () -> Instant.parse("2026-03-02T00:00:00Z"),
                    UUID::randomUUID)
            .openClient();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test // issue 2 section 6: a full disk gives a clear error and recovers
    void an_import_that_breaks_off_says_what_stays_and_how_to_go_on(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("leads.csv"), "Email\n");
        open.open("Northlight");

        int code = new CommandLine(new ImportCommand(FullDisk::new))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(file.toString(), "--client", "Northlight");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "agency-os import: broken off after 5,000 rows, which stay; import the same file again to go"
                                + " on",
                        "no room");
        assertThat(out.toString().lines())
                .containsExactly(
                        "an import of leads.csv, begun 2026-03-02T00:00:00Z, has taken it up to line 5,001 and did"
                                + " not end; what it took is found again, not taken twice");
    }

    /** A product whose first chunk is stored and whose second finds no room. */
    private final class FullDisk implements Desk {

        @Override
        public ImportLeads importLeads() {
            return (scope, request, file, progress, rejects) -> {
                progress.accept(TAKEN);
                throw new StorageUnavailable("no room", new IOException("no space left on device"));
            };
        }

        @Override
        public LeadFiles leadFiles() {
            return source -> new LeadFile(List.of("Email"), List.of(), Collections.emptyIterator(), () -> {});
        }

        @Override
        public List<Client> clients() {
            return units.onPlatform(clients::allLive);
        }

        @Override
        public ListImports listImports() {
            return new ListImports() {
                @Override
                public List<ListedImport> list(TenantScope scope, Optional<AfterImport> after, int limit) {
                    Instant begun = Instant.parse("2026-03-02T00:00:00.123Z");
                    return List.of(new ListedImport(
                            new LeadImport(
                                    new ImportId(UUID.randomUUID()),
                                    scope.clientId(),
                                    null,
                                    LeadSource.CSV_IMPORT,
                                    "leads.csv",
                                    LeadImport.Status.BROKEN_OFF,
                                    TAKEN,
                                    begun,
                                    begun,
                                    null,
                                    null,
                                    1),
                            null,
                            5_001));
                }

                @Override
                public Optional<ListedImport> show(TenantScope scope, ImportId id) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public List<LeadImportRow> rows(
                        TenantScope scope, ImportId id, Set<ImportRowResult> results, int afterRowNo, int limit) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        public OpenClient openClient() {
            return open;
        }

        @Override
        public AddUser addUser() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ResetPassword resetPassword() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<AppointFirstStaff> firstStaff() {
            return Optional.empty();
        }

        @Override
        public ListMembers listMembers() {
            throw new UnsupportedOperationException();
        }

        @Override
        public UndoImport undoImport() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Tier, Integer> tiersOfImport(ClientId client, ImportId run) {
            return Map.of();
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }
}
