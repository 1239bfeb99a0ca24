package io.agencyos.adapters.out.postgres.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs the way they accept: PostgreSQL refuses to run as root, so for root they run in a user
 * namespace of their own, or as the user nobody where the kernel allows no namespaces.
 */
final class ServerPrograms {

    private static final int NOBODY = 65534;

    private final Path home;
    private final List<String> asOrdinaryUser;
    private final boolean nobody;

    private ServerPrograms(Path home, List<String> asOrdinaryUser, boolean nobody) {
        this.home = home;
        this.asOrdinaryUser = List.copyOf(asOrdinaryUser);
        this.nobody = nobody;
    }

    /** The programs, unpacked where the user that they run as can read them. */
    static ServerPrograms unpacked(Path ownCache, Path sharedCache) throws IOException {
        if (!runsAsRoot()) {
            return new ServerPrograms(PostgresBinaries.locate(ownCache), List.of(), false);
        }
        if (succeeds("unshare", "-U", "true")) {
            return new ServerPrograms(PostgresBinaries.locate(ownCache), List.of("unshare", "-U"), false);
        }
        if (succeeds("setpriv", "--version")) {
            String id = Integer.toString(NOBODY);
            return new ServerPrograms(
                    PostgresBinaries.locate(sharedCache),
                    List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups"),
                    true);
        }
        throw new IllegalStateException(
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv is here to run it otherwise: start"
                        + " as another user, or set AGENCYOS_DATABASE_URL to an external PostgreSQL.");
    }

    /** Hands files to the user that the programs run as, where that is not ours. */
    void own(Path path) throws IOException {
        if (nobody) {
            try (var files = Files.walk(path)) {
                for (Path file : files.toList()) {
                    Files.setAttribute(file, "unix:uid", NOBODY);
                }
            }
        }
    }

    /** Runs a program to its end and complains with its output if it fails. */
    void run(String program, List<String> arguments) throws IOException {
        run(program, arguments, "");
    }

    /** Has a server that nobody can reach execute one statement, and end. */
    void execute(Path data, String database, String sql) throws IOException {
        // no fsync: whoever needs it writes the directory to the disk afterwards; and what fails is not repeated in the
        // log
        String output = run(
                "postgres",
                List.of("--single", "-F", "-c", "log_min_error_statement=panic", "-D", data.toString(), database),
                sql + "\n");
        if (output.contains("ERROR:")) {
            throw new IOException("postgres failed: " + Complaint.of(output));
        }
    }

    private String run(String program, List<String> arguments, String input) throws IOException {
        Process process = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .start();
        try (var stream = process.outputWriter()) {
            stream.write(input);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (waitFor(process) != 0) {
            throw new IOException(program + " failed: " + Complaint.of(output));
        }
        return output;
    }

    /**
     * Starts the server as our child in a session of its own where that is possible, so that Ctrl-C in a terminal reaches
     * us alone and the database outlives our own shutdown.
     */
    Process startServer(List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        if (succeeds("setsid", "--version")) {
            command.add("setsid");
        }
        command.addAll(command("postgres", arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // settings of a PostgreSQL client in our environment are not meant for this server
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Sends {@code signal} (INT: fast shutdown, QUIT: immediate) to a server. */
    void signal(String signal, long pid) throws IOException {
        run("pg_ctl", List.of("kill", signal, Long.toString(pid)));
    }

    private List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(asOrdinaryUser);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static boolean runsAsRoot() throws IOException {
        Path probe = Files.createTempFile("agencyos", "probe");
        try {
            return Files.getFileStore(probe).supportsFileAttributeView("unix")
                    && Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", interrupted));
        }
    }
}
