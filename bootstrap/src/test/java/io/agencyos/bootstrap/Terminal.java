package io.agencyos.bootstrap;

import io.agencyos.bootstrap.config.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;

/** A person at the command line: what was typed, and what came back. */
public final class Terminal {

    private final Path data;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** @param data the data directory of the product */
    public Terminal(Path data) {
        this.data = data;
    }

    /** Runs one command; answers its exit code. */
    public int run(String... args) {
        return run(Map.of(), args);
    }

    /** The same with more settings. */
    public int run(Map<String, String> more, String... args) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("AGENCYOS_DATA_DIR", data.toString());
        Settings settings = Settings.read(environment).orElseThrow();
        CommandLine line = Main.commandLine(settings);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
