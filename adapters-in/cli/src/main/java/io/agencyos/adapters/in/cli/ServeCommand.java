package io.agencyos.adapters.in.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agency-os serve}. */
@Command(
        name = "serve",
        description = {
            "Serves the HTTP API and does the recurring work, until it is stopped.",
            "Any number of processes may serve the same external database."
        },
        mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {

    /** The server as the command line starts it; returns when the process is asked to end and everything is closed. */
    @FunctionalInterface
    public interface Server {

        /**
         * Runs.
         *
         * @param jobs whether this process takes part in the recurring work
         * @param said a line for the person who started it
         */
        void run(boolean jobs, Consumer<String> said);
    }

    private final Server server;

    @Spec
    private CommandSpec spec;

    @Option(names = "--no-jobs", description = "serves requests only; another process does the recurring work")
    private boolean withoutJobs;

    public ServeCommand(Server server) {
        this.server = server;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        server.run(!withoutJobs, line -> {
            out.println(line);
            out.flush();
        });
        return 0;
    }
}
