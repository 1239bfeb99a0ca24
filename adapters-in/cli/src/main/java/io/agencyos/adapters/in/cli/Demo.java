package io.agencyos.adapters.in.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** The demonstration as the command line asks for it. */
@FunctionalInterface
public interface Demo {

    /**
     * What a person wants to see.
     *
     * @param leads their own lead file, the shipped one where empty
     * @param businessDays to live through
     * @param port of the API as somebody asked for it, 0 for any free one; empty for the usual one, or another where it is taken
     * @param exit whether to end after the summary, instead of staying up
     */
    record Options(Optional<Path> leads, int businessDays, Optional<Integer> port, boolean exit) {}

    /** Where it tells what happens. */
    interface Stage {

        PrintWriter out();

        /** A step that takes a while, with how far it is. */
        void progress(String step, int done, int of);
    }

    /** The options cannot be followed; nothing was begun. The message is for a person. */
    final class Misused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Misused(String message) {
            super(message);
        }
    }

    /**
     * Runs it; answers whether every promise was kept.
     *
     * @throws Misused when the options cannot be followed
     */
    boolean run(Options options, Stage stage) throws Exception;
}
