package io.agencyos.adapters.in.cli;

import io.agencyos.application.platform.secret.DataKeys.Census;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code agency-os keys status|rotate-master|renew}. */
@Command(
        name = "keys",
        description = "Shows and changes the keys that stored secrets are encrypted with.",
        mixinStandardHelpOptions = true)
public final class KeysCommand implements Runnable {

    private final KeyDesk.Opener opener;

    @Spec
    private CommandSpec spec;

    public KeysCommand(KeyDesk.Opener opener) {
        this.opener = opener;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "status",
            description = "Shows which master key wraps, and how many data keys there are.",
            mixinStandardHelpOptions = true)
    int status() {
        try (KeyDesk desk = opener.open()) {
            Census census = desk.ring().census();
            PrintWriter out = spec.commandLine().getOut();
            out.printf("master key: %s%n", desk.ring().master());
            out.printf("data keys: %,d that seal, %,d retired%n", census.sealing(), census.retired());
            census.masters().stream()
                    .filter(master -> !master.equals(desk.ring().master()))
                    .forEach(master -> out.printf("some are still wrapped by the master key %s%n", master));
            out.flush();
            return 0;
        }
    }

    @Command(
            name = "rotate-master",
            description =
                    "Makes a new master key, or takes the first of AGENCYOS_MASTER_KEY, and wraps every data key by"
                            + " it. Nothing has to be stopped, and repeating it after a failure is safe.",
            mixinStandardHelpOptions = true)
    int rotateMaster() {
        try (KeyDesk desk = opener.open()) {
            int rewrapped = desk.rotateMaster();
            return told("%,d data keys are wrapped by the master key %s now"
                    .formatted(rewrapped, desk.ring().master()));
        }
    }

    @Command(
            name = "renew",
            description = "Gives every client a new data key and encrypts anew what the old ones encrypted.",
            mixinStandardHelpOptions = true)
    int renew() {
        try (KeyDesk desk = opener.open()) {
            int retired = desk.renewKeys().retire();
            int resealed = desk.renewKeys().reseal();
            return told("%,d data keys retired, %,d stored secrets encrypted anew".formatted(retired, resealed));
        }
    }

    private int told(String sentence) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(sentence);
        out.flush();
        return 0;
    }
}
