package io.agencyos.adapters.out.sandbox.world;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.Faults;
import java.util.HashMap;
import java.util.Map;

/** The way of a vendor's webhooks to the product: loses, doubles, swaps or unsigns them where a fault says so. */
public final class Pushes {

    /** Makes the call. */
    @FunctionalInterface
    public interface Making {

        /**
         * @param signed whether it carries the vendor's proof
         * @param heard false where nobody will hear of it, so that its body need not be written
         */
        Outgoing call(boolean signed, boolean heard);
    }

    private final World world;
    private final Faults faults;
    private final Map<String, Outgoing> heldBack = new HashMap<>();

    public Pushes(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    /**
     * Sends one webhook, unless a fault loses it.
     *
     * @param lane whom it is about: calls of one lane keep their order, if no fault swaps them
     * @param occasion what a fault's pattern is held against
     * @param eventId what tells this event from others of the same occasion
     */
    public void push(String lane, String occasion, String eventId, Making making) {
        if (faults.strikes(FaultKind.WEBHOOK_LOST, occasion, eventId)) {
            return;
        }
        boolean signed = !faults.strikes(FaultKind.WEBHOOK_UNSIGNED, occasion, eventId);
        boolean reordered = faults.strikes(FaultKind.WEBHOOK_REORDERED, occasion, eventId);
        // one that is held back may leave when everybody is listening again
        Outgoing call = making.call(signed, !world.isReliving() || reordered);
        if (reordered) {
            Outgoing earlier = heldBack.put(lane, call);
            if (earlier != null) {
                world.call(earlier);
            }
            return;
        }
        world.call(call);
        if (faults.strikes(FaultKind.WEBHOOK_DOUBLED, occasion, eventId)) {
            world.call(call);
        }
        Outgoing overtaken = heldBack.remove(lane);
        if (overtaken != null) {
            world.call(overtaken);
        }
    }
}
