package io.agencyos.application.outreach.engine;

import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What every stage stands on: stores, clock, and how batches are locked, always in the same order. Source: outreach 4.3. */
public final class Engine {

    private final OutreachStores stores;
    private final OutreachWorld world;
    private final Outlets outlets;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;
    private final TouchCases cases;
    private final Sequences sequences;

    public Engine(
            OutreachStores stores,
            OutreachWorld world,
            Outlets outlets,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.stores = stores;
        this.world = world;
        this.outlets = outlets;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
        this.cases = new TouchCases(world, stores, outlets);
        this.sequences = new Sequences(world.campaigns());
    }

    public OutreachStores stores() {
        return stores;
    }

    public OutreachWorld world() {
        return world;
    }

    public Outlets outlets() {
        return outlets;
    }

    public ClockPort clock() {
        return clock;
    }

    public IdSource ids() {
        return ids;
    }

    public TouchCases cases() {
        return cases;
    }

    /** The holidays as they stand; read outside of any unit. */
    public Holidays holidays() {
        return world.holidays().read();
    }

    public <T> T inTenant(ClientId client, Supplier<T> work) {
        return units.inTenant(TenantScope.worker(client), work);
    }

    /** The client as a unit of work that begins now reads it. */
    public Setting setting(ClientId client, Setting.Hold hold, Holidays holidays, Instant now) {
        return new Setting(world, sequences, client, hold, now, holidays);
    }

    public Changes changes(ClientId client, Instant now) {
        return new Changes(stores, world, outlets, ids, client, now);
    }

    /** Touches with their enrolments, everything locked in order: client, campaigns, enrolments, touches. */
    public Locked lock(ClientId client, Collection<Touch> wanted, Setting.Hold hold, Holidays holidays, Instant now) {
        Setting setting = setting(client, hold, holidays, now);
        setting.holdCampaigns(wanted.stream().map(Touch::campaignId).toList());
        Map<EnrolmentId, Enrolment> enrolments = stores
                .enrolments()
                .lockAll(
                        client,
                        wanted.stream()
                                .map(Touch::enrolmentId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(Enrolment::id, Function.identity()));
        Map<TouchId, Touch> touches = stores
                .touches()
                .lockAll(client, wanted.stream().map(Touch::id).toList())
                .stream()
                .collect(Collectors.toMap(Touch::id, Function.identity()));
        // in the order in which they were found, which is the order in which they are due
        List<TouchCases.Pair> pairs = wanted.stream()
                .map(touch -> touches.get(touch.id()))
                .filter(touch ->
                        touch != null && touch.enrolmentId() != null && enrolments.containsKey(touch.enrolmentId()))
                .map(touch -> new TouchCases.Pair(touch, enrolments.get(touch.enrolmentId())))
                .toList();
        return new Locked(setting, pairs);
    }

    /** A batch under its locks. */
    public record Locked(Setting setting, List<TouchCases.Pair> pairs) {

        public Locked only(Predicate<Touch> kept) {
            return new Locked(
                    setting,
                    pairs.stream().filter(pair -> kept.test(pair.touch())).toList());
        }

        public List<CampaignId> campaigns() {
            return pairs.stream()
                    .map(pair -> pair.touch().campaignId())
                    .distinct()
                    .toList();
        }
    }
}
