package io.agencyos.adapters.in.cli;

import io.agencyos.application.conversation.Unsubscribe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code agency-os opt-outs LOG...}: who opted out by the link of an e-mail, read from the log of the proxy before the server.
 * For a database that came back from a backup, which knows nothing of what was clicked after it. A line counts that holds the
 * method {@code POST} and the address {@code /u/…}, in whatever format; one that was only looked at does not. Source: outreach
 * 8.6, api 9.1.
 */
@Command(
        name = "opt-outs",
        description = {
            "Opts everybody out again who did so by the link of an e-mail, by the log of your proxy (plain or .gz).",
            "For a database that was brought back from a backup; repeating it changes nothing."
        },
        mixinStandardHelpOptions = true)
public final class OptOutsCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final Pattern LINK = Pattern.compile("/u/([A-Za-z0-9_.~-]+)");
    private static final Pattern POSTED = Pattern.compile("\\bPOST\\b");

    private final OptOutDesk.Opener opener;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "LOG", description = "log files of the proxy")
    private List<Path> logs = List.of();

    public OptOutsCommand(OptOutDesk.Opener opener) {
        this.opener = opener;
    }

    /** @return 1 where a link is not one of this installation, so that somebody looks why */
    @Override
    public Integer call() throws IOException {
        Set<String> tokens = new LinkedHashSet<>();
        for (Path log : logs) {
            read(log, tokens);
        }
        long closed;
        try (OptOutDesk desk = opener.open()) {
            Unsubscribe unsubscribe = desk.unsubscribe();
            closed = tokens.stream()
                    .filter(token -> unsubscribe.byLink(token, null).isPresent())
                    .count();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%,d opt-outs in the log, all of them in force now%n", closed);
        out.flush();
        long strange = tokens.size() - closed;
        if (strange == 0) {
            return 0;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.printf("agency-os: %,d links are of nobody whom this database knows%n", strange);
        err.flush();
        return FAILED;
    }

    private static void read(Path log, Set<String> tokens) throws IOException {
        try (InputStream file = Files.newInputStream(log);
                InputStream plain = log.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
                // whatever bytes strangers send into a log, each is a letter
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.ISO_8859_1))) {
            lines.lines().filter(line -> POSTED.matcher(line).find()).forEach(line -> {
                Matcher link = LINK.matcher(line);
                if (link.find()) {
                    tokens.add(link.group(1));
                }
            });
        }
    }
}
