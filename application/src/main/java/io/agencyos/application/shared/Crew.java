package io.agencyos.application.shared;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Who does a batch of pieces that are independent as long as they are about different people. */
public interface Crew {

    /** One worker, who does them in their order. */
    Crew OF_ONE = new Crew() {
        @Override
        public <T> void all(List<T> pieces, Function<? super T, String> whose, Consumer<? super T> work) {
            pieces.forEach(work);
        }
    };

    /**
     * Does all of them, and returns when all are done; fails as one of them failed.
     *
     * @param whose pieces of the same name are done in their order
     */
    <T> void all(List<T> pieces, Function<? super T, String> whose, Consumer<? super T> work);
}
