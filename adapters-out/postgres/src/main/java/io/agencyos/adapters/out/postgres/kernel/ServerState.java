package io.agencyos.adapters.out.postgres.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says: the server's process, and whether it takes connections. */
record ServerState(long pid, boolean ready) {

    private static final int STATUS_LINE = 7;

    static Optional<ServerState> of(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
                return Optional.empty();
            }
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new ServerState(Long.parseLong(lines.getFirst().strip()), ready));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /**
     * The running server of this data directory. After a crash of the machine the number may belong to somebody else by
     * now, so a process counts only if its command line names the directory.
     */
    Optional<ProcessHandle> process(Path data) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> commandLine(process).contains(data.toString()));
    }

    private static String commandLine(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.commandLine()
                .or(() -> info.arguments().map(arguments -> String.join(" ", arguments)))
                .orElse("");
    }
}
