package io.agencyos.adapters.in.cli;

import java.util.function.Consumer;

/** Worlds in which everything fails that can; bootstrap lives through them. */
@FunctionalInterface
public interface Simulations {

    /** What a world's rows are kept in. */
    enum Store {
        MEMORY,
        POSTGRES
    }

    /**
     * What a person wants to see.
     *
     * @param first seed of the first world; the others follow it
     * @param seeds how many worlds
     * @param days that each is lived with trouble; three quiet ones follow
     * @param leads in each
     */
    record Options(long first, int seeds, int days, int leads, Store store) {}

    /**
     * Lives through them, one after the other; answers whether every promise was kept in all of them.
     *
     * @param lines told of each world, with its seed and, where a promise broke, what showed it
     */
    boolean run(Options options, Consumer<String> lines) throws Exception;
}
