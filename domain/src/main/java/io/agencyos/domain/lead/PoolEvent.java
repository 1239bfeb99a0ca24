package io.agencyos.domain.lead;

/** What may happen to a person of the pool. Source: scoring POOL-3. */
public sealed interface PoolEvent {

    /**
     * A client takes hold of the person.
     *
     * @param backToWhoLeft it is the client whose cancelled subscription let go of the person last (POOL-5)
     */
    record Claimed(boolean backToWhoLeft) implements PoolEvent {}

    /**
     * The claim was given back or ran out.
     *
     * @param rests POOL-5 gives a date that is to come
     */
    record LetGo(boolean rests) implements PoolEvent {}

    /**
     * A hard bounce, or the third soft one in 14 days.
     *
     * @param elsewhere the person can still be reached on another channel
     */
    record AddressDied(boolean elsewhere) implements PoolEvent {}

    /**
     * Enrichment found an address.
     *
     * @param otherAndVerified it is not the dead one, and verified
     * @param owned somebody holds the person
     */
    record Reenriched(boolean otherAndVerified, boolean owned) implements PoolEvent {}

    /** Events that carry nothing. */
    enum Plain implements PoolEvent {
        /** The date of POOL-5 was reached. */
        RESTED,
        /** The first created or won deal; a booking alone is none. */
        CONVERTED,
        /** Opted out of somebody, or must not be contacted. */
        OPTED_OUT,
        /** The address turned out invalid, and there is no other contact route. */
        NO_ROUTE_LEFT,
        /** There is a valid contact route again. */
        VALID_DATA_ARRIVED,
        /** The person asked to be forgotten. */
        ERASED
    }
}
