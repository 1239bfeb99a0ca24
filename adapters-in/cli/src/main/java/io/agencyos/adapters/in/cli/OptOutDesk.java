package io.agencyos.adapters.in.cli;

import io.agencyos.application.conversation.Unsubscribe;

/** The running product as the command around opt-outs uses it; bootstrap opens it for one command. */
public interface OptOutDesk extends AutoCloseable {

    /** Opens the product; the command closes it. */
    @FunctionalInterface
    interface Opener {

        OptOutDesk open();
    }

    Unsubscribe unsubscribe();

    @Override
    void close();
}
