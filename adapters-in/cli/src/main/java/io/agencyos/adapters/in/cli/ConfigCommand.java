package io.agencyos.adapters.in.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code agency-os config}. */
@Command(
        name = "config",
        description = "Shows the settings in force, from environment and file, with secrets hidden.",
        mixinStandardHelpOptions = true)
public final class ConfigCommand implements Runnable {

    private final Maintenance maintenance;

    @Spec
    private CommandSpec spec;

    public ConfigCommand(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        maintenance.settings().forEach((key, value) -> out.println(key + " = " + value));
        out.flush();
    }
}
