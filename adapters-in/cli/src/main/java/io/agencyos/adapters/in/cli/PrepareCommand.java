package io.agencyos.adapters.in.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agency-os prepare}, for the launcher: people need it for nothing. */
@Command(
        name = "prepare",
        description = "Makes the empty database that the first start in a new data directory copies.",
        hidden = true,
        mixinStandardHelpOptions = true)
public final class PrepareCommand implements Runnable {

    private final Maintenance maintenance;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "where; it must not be there yet")
    private Path folder;

    public PrepareCommand(Maintenance maintenance) {
        this.maintenance = maintenance;
        this.folder = Path.of("");
    }

    @Override
    public void run() {
        try {
            maintenance.prepare(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(folder + " cannot be made", failed);
        }
        spec.commandLine().getOut().println("Prepared in " + folder);
        spec.commandLine().getOut().flush();
    }
}
