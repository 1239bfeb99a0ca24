package io.agencyos.adapters.in.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agency-os simulate}: 0 only if every promise was kept in every world. */
@Command(
        name = "simulate",
        description = {
            "Lives through months in which everything fails that can.",
            "Every hour it is checked that nobody is contacted twice or after a stop, and that all books agree."
                    + " A seed tells the same story each time."
        },
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    private static final int BROKEN = 1;
    private static final int MISUSED = 2;
    private static final int LONGEST = 365;
    private static final int MOST_LEADS = 60;

    private final Simulations simulations;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "20", description = "how many worlds (default: 20)")
    private int seeds;

    @Option(names = "--from", paramLabel = "SEED", defaultValue = "1", description = "the first seed (default: 1)")
    private long from;

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "days in each (default: 30)")
    private int days;

    @Option(names = "--leads", paramLabel = "N", defaultValue = "40", description = "leads in each (default: 40)")
    private int leads;

    @Option(names = "--store", defaultValue = "memory", description = "memory or postgres (default: memory)")
    private Simulations.Store store = Simulations.Store.MEMORY;

    public SimulateCommand(Simulations simulations) {
        this.simulations = simulations;
    }

    @Override
    public Integer call() throws Exception {
        if (seeds < 1) {
            return refused("--seeds: at least 1");
        }
        if (days < 1 || days > LONGEST) {
            return refused("--days: from 1 to " + LONGEST);
        }
        if (leads < 1 || leads > MOST_LEADS) {
            return refused("--leads: from 1 to " + MOST_LEADS);
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean kept = simulations.run(new Simulations.Options(from, seeds, days, leads, store), line -> {
            out.println(line);
            out.flush();
        });
        return kept ? 0 : BROKEN;
    }

    private int refused(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("agency-os simulate: " + sentence);
        err.flush();
        return MISUSED;
    }
}
