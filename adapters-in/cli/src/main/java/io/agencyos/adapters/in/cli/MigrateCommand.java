package io.agencyos.adapters.in.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code agency-os migrate}. */
@Command(
        name = "migrate",
        description = "Brings the database's schema up to this program. Repeating it is harmless.",
        mixinStandardHelpOptions = true)
public final class MigrateCommand implements Runnable {

    private final Maintenance maintenance;

    @Spec
    private CommandSpec spec;

    public MigrateCommand(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    @Override
    public void run() {
        maintenance.migrate();
        PrintWriter out = spec.commandLine().getOut();
        out.println("The database's schema is up to date.");
        out.flush();
    }
}
