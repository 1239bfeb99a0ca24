package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client's numbers as they call today: by their own limits, and by how many calls may run at once. Source: outreach 7, check 36. */
final class CallSenders implements SenderDesk {

    /** Calls of a client that may run at the same time. */
    static final int AT_ONCE = 5;

    private final NumberSenders numbers;
    private final Predicate<ResourceId> rests;
    private final Predicate<CampaignId> silent;
    private final IntSupplier running;
    private @Nullable Integer before;
    private int begun;

    /**
     * @param rests whether a number calls nobody now
     * @param silent whether nobody of a campaign is called now
     * @param running calls that run now, asked once and only where somebody wants to call
     */
    CallSenders(NumberSenders numbers, Predicate<ResourceId> rests, Predicate<CampaignId> silent, IntSupplier running) {
        this.numbers = numbers;
        this.rests = rests;
        this.silent = silent;
        this.running = running;
    }

    @Override
    public boolean any() {
        return numbers.any();
    }

    @Override
    public List<Quotas.Counter> counters() {
        return numbers.counters();
    }

    @Override
    public Optional<ResourceId> kept(Enrolment enrolment) {
        return numbers.kept(enrolment);
    }

    @Override
    public Optional<ResourceId> pick(Taken taken, Predicate<ResourceId> among) {
        return numbers.pick(taken, among);
    }

    @Override
    public Optional<String> vendor(ResourceId sender) {
        return numbers.vendor(sender);
    }

    /** Also of one that is dialled again, which has its number already. */
    @Override
    public GateFacts.Sender standing(Optional<ResourceId> sender) {
        GateFacts.Sender known = numbers.standing(sender);
        return sender.filter(rests).isPresent()
                ? new GateFacts.Sender(
                        known.exists(), GateFacts.Sender.Standing.UNHEALTHY, known.warm(), known.otherUsable())
                : known;
    }

    @Override
    public boolean holds(Touch touch) {
        return silent.test(touch.campaignId());
    }

    /** What this unit took of the numbers since it first looked is on its way, though no store knows it yet. */
    @Override
    public Room room(Touch touch, ResourceId sender, Taken taken) {
        int now = counters().stream().mapToInt(taken::of).sum();
        if (before == null) {
            before = now;
            begun = running.getAsInt();
        }
        Room own = numbers.room(touch, sender, taken);
        return new Room(own.sender(), true, begun + now - before < AT_ONCE);
    }

    @Override
    public List<Quotas.Bound> bounds(Touch touch, ResourceId sender) {
        return numbers.bounds(touch, sender);
    }
}
