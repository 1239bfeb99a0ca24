package io.agencyos.bootstrap.demo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that is being opened on a thread of its own while other things are done.
 *
 * @param <T> what it is once it is open
 */
final class Underway<T> implements AutoCloseable {

    private final CompletableFuture<T> opening;
    private final Consumer<? super T> closing;

    private Underway(CompletableFuture<T> opening, Consumer<? super T> closing) {
        this.opening = opening;
        this.closing = closing;
    }

    /** @param thread its name */
    static <T> Underway<T> opening(String thread, Supplier<T> open, Consumer<? super T> closing) {
        return new Underway<>(
                CompletableFuture.supplyAsync(
                        open, task -> Thread.ofPlatform().name(thread).start(task)),
                closing);
    }

    /** What was opened, once it is; fails as its opening failed. */
    T opened() {
        try {
            return opening.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Waits for what is still being opened, and closes it; what was never opened holds nothing. */
    @Override
    public void close() {
        T opened = opening.handle((open, failure) -> open).join();
        if (opened != null) {
            closing.accept(opened);
        }
    }
}
