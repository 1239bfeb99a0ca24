package io.agencyos.adapters.in.cli;

import io.agencyos.application.client.OpenClient;
import io.agencyos.domain.client.Client;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agency-os client add|list}. */
@Command(name = "client", description = "Opens and lists clients.", mixinStandardHelpOptions = true)
public final class ClientCommand implements Runnable {

    private final Desk.Opener opener;

    @Spec
    private CommandSpec spec;

    public ClientCommand(Desk.Opener opener) {
        this.opener = opener;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "add",
            description = "Opens a client, with its test twin, on a trial of the smallest plan.",
            mixinStandardHelpOptions = true)
    int add(@Parameters(paramLabel = "NAME", description = "1 to 200 characters") String name) {
        PrintWriter out = spec.commandLine().getOut();
        try (Desk desk = opener.open()) {
            return switch (desk.openClient().open(name)) {
                case OpenClient.Outcome.Opened(Client client) -> told(out, 0, "Opened " + shown(client));
                case OpenClient.Outcome.Exists(Client client) -> told(out, 1, "Already there: " + shown(client));
                case OpenClient.Outcome.InvalidName(String reason) -> told(out, 2, "NAME: " + reason);
            };
        }
    }

    @Command(name = "list", description = "Lists the clients.", mixinStandardHelpOptions = true)
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        try (Desk desk = opener.open()) {
            desk.clients().forEach(client -> out.println(shown(client)));
            out.flush();
            return 0;
        }
    }

    private static String shown(Client client) {
        return client.name() + "  (" + client.slug() + ", " + client.id().text() + ")";
    }

    private static int told(PrintWriter out, int code, String sentence) {
        out.println(sentence);
        out.flush();
        return code;
    }
}
