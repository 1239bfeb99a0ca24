package io.agencyos.adapters.in.cli;

import java.io.PrintWriter;

/** How far something is: on a terminal a bar that moves, in a file nothing but one line at the end. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final boolean moving;
    private boolean drawn;

    ProgressBar(PrintWriter out, boolean moving) {
        this.out = out;
        this.moving = moving;
    }

    /** One that moves where somebody looks. */
    static ProgressBar on(PrintWriter out) {
        return new ProgressBar(out, System.console() != null && System.console().isTerminal());
    }

    /**
     * Moves the bar.
     *
     * @param of what {@code done} is at the end, 0 where there is nothing to do
     * @param said behind the bar
     */
    void at(String step, long done, long of, String said) {
        if (moving) {
            int full = of == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / of);
            out.printf("\r%-28s [%s%s] %s", step, "#".repeat(full), " ".repeat(WIDTH - full), said);
            out.flush();
            drawn = true;
        }
    }

    /** Ends the bar's line; says in a file what came of the step. */
    void ends(String step, String said) {
        if (!moving) {
            out.printf("%-28s %s%n", step, said);
            out.flush();
        }
        done();
    }

    /** Ends the bar's line, if there is one. */
    void done() {
        if (drawn) {
            out.println();
            out.flush();
            drawn = false;
        }
    }
}
