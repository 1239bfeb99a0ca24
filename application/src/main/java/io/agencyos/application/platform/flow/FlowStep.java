package io.agencyos.application.platform.flow;

import io.agencyos.domain.platform.flow.BackOff;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One step of a flow.
 *
 * @param <P> the flow's parameters
 */
public sealed interface FlowStep<P> {

    /** Lower snake case, unique in the flow. */
    String name();

    /** Its share of the run's progress, at least 1. */
    int weight();

    /** The vendor's account that it stands and falls with, by the key of its breaker; empty where it needs none. */
    default Optional<String> account() {
        return Optional.empty();
    }

    /**
     * Works inside the run's own unit of work: at most 100 rows or five seconds, committed together with the cursor it
     * returns.
     */
    record Chunked<P>(String name, int weight, Function<StepContext<P>, StepResult> work) implements FlowStep<P> {}

    /**
     * Calls use cases that open their own units. May be repeated after a crash, so what it calls must be idempotent.
     *
     * @param vendor the breaker of the account that those use cases call; null where they call none
     */
    record Calling<P>(String name, int weight, @Nullable String vendor, Function<StepContext<P>, StepResult> work)
            implements FlowStep<P> {

        /** One that no vendor's account can stop. */
        public Calling(String name, int weight, Function<StepContext<P>, StepResult> work) {
            this(name, weight, null, work);
        }

        @Override
        public Optional<String> account() {
            return Optional.ofNullable(vendor);
        }
    }

    /**
     * Calls a vendor once per item; each claim is committed before its call.
     *
     * @param vendor the account's breaker
     * @param keys all items, asked for once, in a unit of work
     * @param repeatable whether a call whose outcome was lost may simply be made again: it only reads, or the vendor
     *     recognises the key
     * @param backOff of one item
     */
    record PerItem<P>(
            String name,
            int weight,
            String vendor,
            Function<StepContext<P>, Collection<String>> keys,
            boolean repeatable,
            BackOff backOff,
            Call<P> call)
            implements FlowStep<P> {

        @Override
        public Optional<String> account() {
            return Optional.of(vendor);
        }
    }

    /** The call for one item. */
    @FunctionalInterface
    interface Call<P> {

        /** @param vendorKey the same for every attempt at this item */
        ItemResult make(StepContext<P> context, String item, String vendorKey);
    }
}
