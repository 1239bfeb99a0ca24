package io.agencyos.adapters.in.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code agency-os doctor}: exit code 1 when anything is not well. */
@Command(
        name = "doctor",
        description =
                "Looks at configuration, disk, database, keys, clock and every account at a vendor, and says what to do"
                        + " about each fault.",
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    private final Maintenance maintenance;

    @Spec
    private CommandSpec spec;

    public DoctorCommand(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Maintenance.Finding> findings = maintenance.examine();
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
