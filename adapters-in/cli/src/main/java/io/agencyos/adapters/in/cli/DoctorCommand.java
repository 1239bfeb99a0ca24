package io.agencyos.adapters.in.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code agency-os doctor}: exit code 1 when anything is not well. With a vendor of e-mail it sends an e-mail between two mailboxes of a
 * client's own, and looks at nothing else. Source: DESIGN 5, salesforge Beyond "self-test".
 */
@Command(
        name = "doctor",
        description =
                "Looks at configuration, disk, database, keys, clock and every account at a vendor, and says what to"
                    + " do about each fault. With --vendor: sends an e-mail between two mailboxes of a client instead,"
                    + " and says whether it left.",
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    private final Maintenance maintenance;

    /** What a trial needs to be told. */
    static final class Trial {

        @Option(names = "--vendor", required = true, description = "tries whether e-mail leaves by this vendor")
        private String vendor = "";

        @Option(names = "--client", required = true, description = "whose mailboxes, by slug or name")
        private String client = "";

        @Option(names = "--from", required = true, description = "the mailbox that sends")
        private String from = "";

        @Option(
                names = "--to",
                required = true,
                description = "a mailbox of the same client; nobody else is written to")
        private String to = "";

        @Option(
                names = "--minutes",
                defaultValue = "15",
                description = "how long to watch whether it leaves (${DEFAULT-VALUE})")
        private int minutes;
    }

    @ArgGroup(exclusive = false)
    private @Nullable Trial trial;

    @Spec
    private CommandSpec spec;

    public DoctorCommand(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Maintenance.Finding> findings = trial == null
                ? maintenance.examine()
                : List.of(maintenance.tryEmail(trial.vendor, trial.client, trial.from, trial.to, trial.minutes));
        for (Maintenance.Finding finding : findings) {
            out.printf("%-5s %-14s %s%n", finding.well() ? "ok" : "FAULT", finding.subject(), finding.detail());
            if (!finding.well()) {
                out.printf("      %-14s → %s%n", "", finding.advice());
            }
        }
        out.flush();
        return findings.stream().allMatch(Maintenance.Finding::well) ? 0 : 1;
    }
}
