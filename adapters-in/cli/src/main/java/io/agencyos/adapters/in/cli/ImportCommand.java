package io.agencyos.adapters.in.cli;

import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.UndoImport;
import io.agencyos.application.lead.intake.UnreadableLeadFile;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.intake.ColumnMapping;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.ImportId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agency-os import FILE --client NAME}, and {@code --undo ID} to take an import back. */
@Command(
        name = "import",
        description = {
            "Imports leads from a CSV file as other products export it, and scores them.",
            "The same file again changes nothing; nobody who opted out is brought back."
        },
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int LONGEST_SAYING = 500;
    private static final int LOOKED_BACK = 50;

    private final Desk.Opener opener;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "UTF-8, UTF-16 or Windows-1252; comma, semicolon or tab")
    private @Nullable Path file;

    @Option(names = "--client", required = true, paramLabel = "NAME", description = "name, slug or id of the client")
    private String client = "";

    @Option(
            names = "--map",
            paramLabel = "COLUMN=MEMBER",
            description = "what a column means; without any, the headers are guessed")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--preview", description = "shows how the columns are understood and imports nothing")
    private boolean preview;

    @Option(names = "--undo", paramLabel = "ID", description = "takes an earlier import back")
    private @Nullable String undo;

    public ImportCommand(Desk.Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        if (file == null && undo == null) {
            return refused("FILE is missing");
        }
        if (file != null && !Files.isReadable(file)) {
            return refused("FILE: " + file + (Files.exists(file) ? " may not be read by you" : " is not there"));
        }
        try (Desk desk = opener.open()) {
            Optional<Client> known = desk.client(client);
            if (known.isEmpty()) {
                return refused("--client: there is no client " + client + "; open one: agency-os client add \"" + client
                        + "\"");
            }
            TenantScope scope = TenantScope.worker(known.get().id());
            if (undo != null) {
                return undo(desk, scope, undo);
            }
            Path path = java.util.Objects.requireNonNull(file);
            Reading reading = new Reading(path);
            try (LeadFile opened = desk.leadFiles().open(reading::again)) {
                return preview ? preview(opened) : importFile(desk, scope, reading, opened);
            } catch (UnreadableLeadFile unreadable) {
                return refused("FILE: " + unreadable.getMessage());
            }
        }
    }

    private int preview(LeadFile opened) {
        if (columns.isEmpty()) {
            return shown(opened, ColumnMapping.guess(opened.headers()));
        }
        return switch (ColumnMapping.given(opened.headers(), columns)) {
            case Result.Ok<ColumnMapping, List<ColumnMapping.Problem>>(ColumnMapping mapping) -> shown(opened, mapping);
            case Result.Err<ColumnMapping, List<ColumnMapping.Problem>>(List<ColumnMapping.Problem> problems) ->
                mappingRefused(problems);
        };
    }

    private int shown(LeadFile opened, ColumnMapping mapping) {
        Map<String, String> understood = mapping.described();
        opened.warnings().forEach(out()::println);
        opened.headers()
                .forEach(header -> out().printf(
                                "%-32s %s%n", printable(header), understood.getOrDefault(header.strip(), "(ignored)")));
        out().flush();
        return mapping.canIdentify() ? 0 : refused("no column is an e-mail, a LinkedIn profile or a phone number");
    }

    private int importFile(Desk desk, TenantScope scope, Reading reading, LeadFile opened) throws IOException {
        Path path = reading.path();
        unfinished(desk, scope, path.getFileName().toString());
        ProgressBar progress = ProgressBar.on(spec.commandLine().getErr());
        Path rejectPath = path.resolveSibling(path.getFileName() + ".rejects.csv");
        AtomicInteger rows = new AtomicInteger();
        try (RejectFile rejects = new RejectFile(rejectPath)) {
            ImportLeads.Outcome outcome = desk.importLeads()
                    .importLeads(
                            scope,
                            new ImportLeads.Request(
                                    LeadSource.CSV_IMPORT, path.getFileName().toString(), columns, null),
                            opened,
                            counts -> {
                                rows.set(counts.rows());
                                progress.at(
                                        "Importing",
                                        reading.taken(),
                                        reading.size(),
                                        "%,d rows".formatted(counts.rows()));
                            },
                            rejects);
            progress.done();
            return switch (outcome) {
                case ImportLeads.Outcome.Done(LeadImport run, List<String> warnings) -> {
                    warnings.forEach(out()::println);
                    if (run.counts().rows() == 0) {
                        out().println("The file has no rows below its header.");
                    }
                    yield summary(desk, run, rejects.rows() == 0 ? null : rejectPath, 0);
                }
                case ImportLeads.Outcome.BrokenOff(LeadImport run, UnreadableLeadFile cause) -> {
                    out().println("The file breaks off: " + cause.getMessage());
                    yield summary(desk, run, rejects.rows() == 0 ? null : rejectPath, FAILED);
                }
                case ImportLeads.Outcome.Stopped(LeadImport run, ClientBar bar) -> {
                    barred(bar);
                    yield summary(desk, run, rejects.rows() == 0 ? null : rejectPath, FAILED);
                }
                case ImportLeads.Outcome.Refused(ImportLeads.Refusal refusal) -> refused(refusal);
            };
        } catch (UnreadableLeadFile unreadable) {
            throw unreadable;
        } catch (RuntimeException brokenOff) {
            progress.done();
            refused("broken off after %s, which stay; import the same file again to go on"
                    .formatted(counted(rows.get(), "row")));
            throw brokenOff;
        }
    }

    /** Says of the newest import of this file, where it has not ended, how far it came; it may be under way elsewhere. */
    private void unfinished(Desk desk, TenantScope scope, String name) {
        desk.listImports().list(scope, Optional.empty(), LOOKED_BACK).stream()
                .filter(listed -> name.equals(listed.run().fileName()))
                .findFirst()
                .filter(listed -> listed.run().isOpen() && listed.lastLine() != null)
                .ifPresent(listed -> {
                    out().printf(
                                    "an import of %s, begun %s, has taken it up to line %,d and did not end;"
                                            + " what it took is found again, not taken twice%n",
                                    name, listed.run().createdAt().truncatedTo(ChronoUnit.SECONDS), listed.lastLine());
                    out().flush();
                });
    }

    private int summary(Desk desk, LeadImport run, @Nullable Path rejects, int code) {
        LeadImport.Counts counts = run.counts();
        PrintWriter out = out();
        if (counts.rows() == 0) {
            out.println("Nothing was imported.");
            out.flush();
            return code;
        }
        out.printf(
                "%s: %,d created, %,d updated, %s, %,d suppressed, %,d invalid%n",
                counted(counts.rows(), "row"),
                counts.created(),
                counts.updated(),
                counted(counts.duplicates(), "duplicate"),
                counts.suppressed(),
                counts.invalid());
        Map<Tier, Integer> tiers = desk.tiersOfImport(run.clientId(), run.id());
        StringBuilder line = new StringBuilder("tiers:");
        for (Tier tier : Tier.values()) {
            line.append(' ').append(tier.wire()).append(' ').append(tiers.getOrDefault(tier, 0));
        }
        out.println(line);
        if (rejects != null) {
            out.println("not taken, or not taken whole: " + rejects);
        }
        if (counts.created() + counts.updated() > 0) {
            out.println("to take it back: agency-os import --client \"" + client + "\" --undo "
                    + run.id().text());
        }
        out.flush();
        return code;
    }

    /** What a file says goes to a terminal, which obeys control characters; a file that is no table has little else. */
    private static String printable(String said) {
        String plain = said.replaceAll("\\p{Cntrl}+", "?");
        return plain.length() <= LONGEST_SAYING ? plain : plain.substring(0, LONGEST_SAYING) + " …";
    }

    private static String counted(int count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }

    private int undo(Desk desk, TenantScope scope, String text) {
        return switch (EntityId.parse(text, ImportId::new)) {
            case Result.Err<ImportId, InputProblem>(InputProblem problem) -> refused("--undo: " + problem.reason());
            case Result.Ok<ImportId, InputProblem>(ImportId id) ->
                switch (desk.undoImport().undo(scope, id)) {
                    case UndoImport.Outcome.Undone(LeadImport run, int removed, int restored, var kept) -> {
                        out().printf(
                                        "%s removed, %,d restored, %,d kept%n",
                                        counted(removed, "lead"), restored, kept.size());
                        kept.forEach(lead -> out().println("kept " + lead.lead().text() + ": " + lead.reason()));
                        out().flush();
                        yield 0;
                    }
                    case UndoImport.Outcome.NotFound missing -> refused("--undo: this client has no such import");
                    case UndoImport.Outcome.RoleRequired denied -> refused("--undo: not allowed");
                };
        };
    }

    private int refused(ImportLeads.Refusal refusal) {
        return switch (refusal) {
            case ImportLeads.Refusal.RoleRequired denied -> refused("not allowed");
            case ImportLeads.Refusal.Barred(ClientBar bar) -> barred(bar);
            case ImportLeads.Refusal.CampaignNotFound missing -> refused("there is no such campaign");
            case ImportLeads.Refusal.MappingInvalid(List<ColumnMapping.Problem> problems) -> mappingRefused(problems);
            case ImportLeads.Refusal.NothingIdentifies(List<String> headers) ->
                refused("FILE: no column is an e-mail, a LinkedIn profile or a phone number: "
                        + printable(String.join(", ", headers)));
        };
    }

    private int barred(ClientBar bar) {
        return refused(
                switch (bar) {
                    case NOT_FOUND -> "there is no such client";
                    case SUBSCRIPTION_INACTIVE -> "the client's subscription is not active";
                    case PAUSED -> "the client has paused everything";
                });
    }

    private int mappingRefused(List<ColumnMapping.Problem> problems) {
        problems.forEach(problem -> refused("--map " + problem.column() + ": " + problem.message()));
        return MISUSED;
    }

    private int refused(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("agency-os import: " + sentence);
        err.flush();
        return MISUSED;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
