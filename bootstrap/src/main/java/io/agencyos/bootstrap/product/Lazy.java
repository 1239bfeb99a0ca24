package io.agencyos.bootstrap.product;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made when first asked for, once: a command pays only for what it uses. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T made;

    private Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    static <T> Lazy<T> of(Supplier<T> maker) {
        return new Lazy<>(maker);
    }

    @Override
    public T get() {
        T known = made;
        if (known == null) {
            synchronized (this) {
                known = made;
                if (known == null) {
                    known = maker.get();
                    made = known;
                }
            }
        }
        return known;
    }

    boolean isMade() {
        return made != null;
    }
}
