package io.agencyos.adapters.in.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code agency-os openapi}. */
@Command(
        name = "openapi",
        description = "Prints the OpenAPI 3.1 document of the HTTP API. Needs no database.",
        mixinStandardHelpOptions = true)
public final class OpenApiCommand implements Runnable {

    private final Supplier<String> document;

    @Spec
    private CommandSpec spec;

    public OpenApiCommand(Supplier<String> document) {
        this.document = document;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(document.get());
        out.flush();
    }
}
