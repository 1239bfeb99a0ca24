package io.agencyos.adapters.in.http.route;

import java.io.IOException;

/** A body that grows while it is read, on a thread of its own. */
@FunctionalInterface
public interface LiveBody {

    /** The way to whoever reads. */
    interface Line {

        /** Sends this text now; fails when nobody reads any more. */
        void say(String text) throws IOException;

        /** Whether the reader may still read, and the server goes on. */
        boolean isOpen();
    }

    /** Returns when the line is not open any more. */
    void write(Line line) throws IOException;

    /** Nobody reads it any more, or nobody ever did, as after a HEAD. Called once, whatever became of it. */
    default void over() {}
}
