package io.agencyos.adapters.in.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agency-os demo}. */
@Command(
        name = "demo",
        description = {
            "Shows the product at work: an invented agency, its leads, thirty business days, and what came of them.",
            "Nothing leaves this machine. A second start goes on with what the first one made."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final int BROKEN = 1;
    private static final int MISUSED = 2;
    private static final int LONGEST = 260;

    private final Demo demo;

    @Spec
    private CommandSpec spec;

    @Option(names = "--leads", paramLabel = "FILE", description = "your own lead file instead of the shipped one")
    private @Nullable Path leads;

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "business days (default: 30)")
    private int days;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = {
                "of the API (default: AGENCYOS_PORT, else 8080 or another where that is taken);",
                "a second start keeps the first one's"
            })
    private @Nullable Integer port;

    @Option(names = "--exit", description = "ends after the summary; 0 only if every promise was kept")
    private boolean exit;

    public DemoCommand(Demo demo) {
        this.demo = demo;
    }

    @Override
    public Integer call() throws Exception {
        if (leads != null && !Files.isReadable(leads)) {
            return refused("--leads: " + leads + " cannot be read");
        }
        if (days < 1 || days > LONGEST) {
            return refused("--days: from 1 to " + LONGEST);
        }
        if (port != null && (port < 0 || port > 65_535)) {
            return refused("--port: from 0 to 65535");
        }
        try {
            Demo.Options options = new Demo.Options(Optional.ofNullable(leads), days, Optional.ofNullable(port), exit);
            return demo.run(options, new Screen(out(), ProgressBar.on(out()))) ? 0 : BROKEN;
        } catch (Demo.Misused misused) {
            return refused(misused.getMessage());
        }
    }

    private int refused(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("agency-os demo: " + sentence);
        err.flush();
        return MISUSED;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private record Screen(PrintWriter out, ProgressBar bar) implements Demo.Stage {

        @Override
        public void progress(String step, int done, int of) {
            bar.at(step, done, of, "%,d/%,d".formatted(done, of));
            if (done >= of) {
                bar.ends(step, "%,d".formatted(done));
            }
        }
    }
}
