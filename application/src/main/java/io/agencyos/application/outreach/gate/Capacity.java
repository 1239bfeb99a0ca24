package io.agencyos.application.outreach.gate;

import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.GateCase;
import io.agencyos.application.outreach.engine.Outlets;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.engine.VendorLines;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.campaign.ChannelDay;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.platform.usage.VendorCap;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ResourceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is left today of senders, campaigns and the start budget, counted down while one batch is committed. It only
 * decides whom to ask; the conditional reservation is what holds. Whatever it tells is read when somebody asks for it
 * first. Source: outreach 7, scoring PACE-3, PACE-5, RES-8.
 */
public final class Capacity {

    private final OutreachStores stores;
    private final OutreachWorld world;
    private final Outlets outlets;
    private final CompanyBounds company;
    private final Setting setting;
    private final Collection<CampaignId> campaigns;
    private final Map<Channel, SenderDesk> desks;
    private final LocalDate date;
    private final Instant today;
    private final Set<UUID> chosenUsed = new HashSet<>();
    private final Map<CampaignId, Map<Channel, Integer>> waiting = new HashMap<>();
    private final Map<String, VendorCap.Spent> spent = new HashMap<>();
    private @Nullable Counted counted;
    private @Nullable Integer startsDue;

    private Capacity(Engine engine, Setting setting, Collection<CampaignId> campaigns, List<TouchCase> cases) {
        this.stores = engine.stores();
        this.world = engine.world();
        this.outlets = engine.outlets();
        this.setting = setting;
        this.campaigns = campaigns;
        this.desks = new HashMap<>(outlets.each(
                cases,
                (outlet, own) -> outlet.senders(
                        setting, own.stream().map(TouchCase::enrolment).toList())));
        this.date = LocalDate.ofInstant(setting.now(), setting.zone());
        this.today = date.atStartOfDay(setting.zone()).toInstant();
        this.company = new CompanyBounds(world, setting, today, cases);
    }

    /** What these campaigns and the channels of these touches may use today. */
    public static Capacity of(Engine engine, Setting setting, Collection<CampaignId> campaigns, List<TouchCase> cases) {
        return new Capacity(engine, setting, campaigns, cases);
    }

    /** The senders of a channel, with what this unit took of them. */
    private SenderDesk desk(Touch touch) {
        return desk(touch.kind().channel());
    }

    private SenderDesk desk(Channel channel) {
        return desks.computeIfAbsent(channel, asked -> outlets.of(asked).senders(setting, List.of()));
    }

    /** What the counters say, and the day's budget of starts, which what is taken now does not change. */
    private record Counted(Map<Quotas.Counter, Integer> taken, int startBudget) {}

    private Counted counted() {
        if (counted == null) {
            counted = count();
        }
        return counted;
    }

    private Counted count() {
        List<Quotas.Counter> wanted = new ArrayList<>();
        desks.values().forEach(desk -> wanted.addAll(desk.counters()));
        wanted.add(startsToday());
        Optional<Quotas.Counter> startsOfPeriod = startsOfPeriod(setting);
        startsOfPeriod.ifPresent(wanted::add);
        if (setting.testMode().on()) {
            wanted.add(testsToday());
        }
        wanted.addAll(company.counters());
        campaigns.forEach(campaign -> setting.campaign(campaign).ifPresent(found -> {
            wanted.add(campaignDay(found, setting.now()));
            desks.keySet().forEach(channel -> setting.chosen(found, channel).forEach(own -> wanted.add(day(own))));
            if (found.pace().dailyLimit() != null) {
                Arrays.stream(Channel.values())
                        .forEach(channel -> wanted.add(channelDay(found, channel, setting.now())));
            }
        }));
        Map<Quotas.Counter, Integer> taken = new HashMap<>();
        stores.quotas().counts(setting.id(), wanted).forEach((counter, count) -> taken.put(counter, count.taken()));
        return new Counted(taken, startBudget(taken, startsOfPeriod));
    }

    private int startBudget(Map<Quotas.Counter, Integer> taken, Optional<Quotas.Counter> startsOfPeriod) {
        Subscription subscription = setting.subscription().orElse(null);
        if (subscription == null || startsOfPeriod.isEmpty()) {
            return 0;
        }
        int startedToday = taken.getOrDefault(startsToday(), 0);
        int started = taken.getOrDefault(startsOfPeriod.get(), 0);
        // the budget is the day's: it was fixed by what had been started before today
        return Pacing.of(
                        subscription.plan().terms().leadsPerMonth(),
                        started - startedToday,
                        subscription.periodStart(),
                        subscription.periodEnd().minusDays(1),
                        date,
                        setting.daysOff())
                .startBudget(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private int startsDue() {
        if (startsDue == null) {
            startsDue = stores.enrolments()
                    .startsDue(
                            setting.id(),
                            date.plusDays(1).atStartOfDay(setting.zone()).toInstant());
        }
        return startsDue;
    }

    private static Optional<Quotas.Counter> startsOfPeriod(Setting setting) {
        return setting.subscription()
                .map(subscription -> new Quotas.Counter(
                        UUID.nameUUIDFromBytes(
                                (setting.id() + "|starts of the period").getBytes(StandardCharsets.UTF_8)),
                        QuotaMetric.LEAD_STARTS,
                        subscription.periodStart().atStartOfDay(setting.zone()).toInstant()));
    }

    private static Quotas.Counter campaignDay(Campaign campaign, Instant now) {
        Instant day = LocalDate.ofInstant(now, campaign.timezone())
                .atStartOfDay(campaign.timezone())
                .toInstant();
        return new Quotas.Counter(campaign.id().value(), QuotaMetric.CAMPAIGN_TOUCHES, day);
    }

    /** The part of it that left on one channel. */
    private static Quotas.Counter channelDay(Campaign campaign, Channel channel, Instant now) {
        UUID part = UUID.nameUUIDFromBytes((campaign.id() + "|" + channel.wire()).getBytes(StandardCharsets.UTF_8));
        return new Quotas.Counter(
                part, QuotaMetric.CAMPAIGN_TOUCHES, campaignDay(campaign, now).periodStart());
    }

    /** The sender that a touch keeps or would get. */
    public Optional<ResourceId> sender(TouchCase one) {
        SenderDesk desk = desk(one.touch());
        return desk.kept(one.enrolment())
                .or(() -> desk.pick(
                        this::taken, among(one.campaign(), one.touch().kind().channel())));
    }

    /** The sender that somebody without one would get on this channel, in this campaign or in any. */
    public Optional<ResourceId> pick(@Nullable Campaign campaign, Channel channel) {
        return desk(channel).pick(this::taken, among(campaign, channel));
    }

    /** Whom a campaign may begin with: those that it chose and that it has not used enough today, else anybody. */
    private Predicate<ResourceId> among(@Nullable Campaign campaign, Channel channel) {
        List<CampaignSender> chosen = setting.chosen(campaign, channel);
        return sender -> chosen.isEmpty()
                || chosen.stream().anyMatch(own -> own.sender().equals(sender) && own.active() && isLeft(own));
    }

    private boolean isLeft(CampaignSender own) {
        return own.dailyLimit() == null || taken(day(own)) < own.dailyLimit();
    }

    /** What the campaign of this touch has chosen of its sender; a sender that it did not choose is not counted. */
    private Optional<CampaignSender> own(TouchCase one, ResourceId sender) {
        return setting.chosen(one.campaign(), one.touch().kind().channel()).stream()
                .filter(own -> own.sender().equals(sender))
                .findFirst();
    }

    private Quotas.Counter day(CampaignSender own) {
        return new Quotas.Counter(own.id(), QuotaMetric.CAMPAIGN_TOUCHES, today);
    }

    /** Where a campaign has chosen and none of it could be used on any day, there is no sender. */
    private GateFacts.Sender standing(TouchCase one, Optional<ResourceId> sender) {
        SenderDesk desk = desk(one.touch());
        List<CampaignSender> chosen = sender.isPresent()
                ? List.of()
                : setting.chosen(one.campaign(), one.touch().kind().channel());
        boolean none = !chosen.isEmpty()
                && chosen.stream()
                        .noneMatch(own -> own.active()
                                && desk.standing(Optional.of(own.sender())).exists());
        if (none) {
            return new GateFacts.Sender(false, GateFacts.Sender.Standing.HEALTHY, true, false);
        }
        GateFacts.Sender known = desk.standing(sender);
        return desk.holds(one.touch())
                ? new GateFacts.Sender(known.exists(), GateFacts.Sender.Standing.UNHEALTHY, known.warm(), false)
                : known;
    }

    /** The facts of gate B with this sender and with what is left for it. */
    public GateFacts facts(GateCase asked, Optional<ResourceId> sender) {
        return facts(asked, sender, budgets(asked, sender));
    }

    /** The facts of gate C with the sender that was chosen: what it uses was reserved for it. */
    public GateFacts factsAgain(GateCase asked) {
        return facts(asked, Optional.ofNullable(asked.touch().resourceId()), GateFacts.Budgets.PLENTY);
    }

    private GateFacts facts(GateCase asked, Optional<ResourceId> sender, GateFacts.Budgets budgets) {
        return asked.facts().by(new GateFacts.Means(standing(asked.one(), sender), budgets, vendor(asked, sender)));
    }

    private GateFacts.Vendor vendor(GateCase asked, Optional<ResourceId> sender) {
        SenderDesk desk = desk(asked.touch());
        return sender.flatMap(from -> desk.vendor(from)
                        .map(name ->
                                new VendorLines.Line(name, desk.member(from).orElse(null))))
                .map(line -> world.lines()
                        .closedFor(setting.id(), line)
                        .map(closed ->
                                GateFacts.Vendor.unavailable(setting.now().plus(closed)))
                        .orElseGet(() -> funded(asked.touch(), line.vendor())))
                .orElse(GateFacts.Vendor.READY);
    }

    private GateFacts.Vendor funded(Touch touch, String vendor) {
        return outlets.of(touch)
                        .metered(touch)
                        .filter(use -> !world.meter().cap().allows(spent(vendor), use.cost()))
                        .isPresent()
                ? GateFacts.Vendor.ACCOUNT_BLOCKED
                : GateFacts.Vendor.READY;
    }

    private VendorCap.Spent spent(String vendor) {
        return spent.computeIfAbsent(vendor, name -> world.meter().spent(setting.id(), name, setting.now()));
    }

    /** The same, of a touch that has its sender. */
    public void spend(TouchCase one) {
        Optional.ofNullable(one.touch().resourceId()).ifPresent(sender -> spend(one, sender));
    }

    /** What a touch is about to cost counts against the others of the unit. */
    private void spend(TouchCase one, ResourceId sender) {
        outlets.of(one.touch())
                .metered(one.touch())
                .ifPresent(use -> desk(one.touch())
                        .vendor(sender)
                        .ifPresent(vendor -> spent.put(vendor, spent(vendor).plus(use.cost()))));
    }

    private GateFacts.Budgets budgets(GateCase asked, Optional<ResourceId> sender) {
        SenderDesk desk = desk(asked.touch());
        Campaign campaign = asked.one().campaign();
        GateFacts.Intent intent = asked.facts().touch();
        boolean campaignLeft =
                campaign == null || hasRoom(campaign, asked.touch().kind().channel());
        SenderDesk.Room room =
                sender.map(from -> desk.room(asked.touch(), from, this::taken)).orElse(SenderDesk.Room.NONE);
        return new GateFacts.Budgets(
                !intent.firstStep() || startsLeft() > 0 && desk.roomToStart(this::taken),
                campaignLeft,
                company.colleagues(asked.touch(), asked.one().lead(), this::taken),
                room.clientTexts(),
                room.sender()
                        && testsLeft(asked.touch())
                        && sender.flatMap(from -> own(asked.one(), from))
                                .map(this::isLeft)
                                .orElse(true),
                sender.map(from -> !intent.spareOnly() || desk.spare(from, startsNotUsed(), this::taken))
                        .orElse(false),
                room.calls());
    }

    /** Whether the campaign's limit of the day leaves this channel one more. */
    private boolean hasRoom(Campaign campaign, Channel channel) {
        Integer limit = campaign.pace().dailyLimit();
        if (limit == null) {
            return true;
        }
        Map<Channel, Integer> taken = new EnumMap<>(Channel.class);
        Arrays.stream(Channel.values())
                .forEach(each -> taken.put(each, taken(channelDay(campaign, each, setting.now()))));
        return taken(campaignDay(campaign, setting.now())) < limit
                && new ChannelDay(limit, campaign.channelMix(), taken, waiting(campaign)).hasRoom(channel);
    }

    /** Steps that are still to come today, on channels that somebody can send on; asked once for a batch. */
    private Map<Channel, Integer> waiting(Campaign campaign) {
        return waiting.computeIfAbsent(campaign.id(), asked -> {
            Instant tomorrow = LocalDate.ofInstant(setting.now(), campaign.timezone())
                    .plusDays(1)
                    .atStartOfDay(campaign.timezone())
                    .toInstant();
            Map<Channel, Integer> due = new HashMap<>(stores.enrolments().stepsDue(setting.id(), asked, tomorrow));
            due.keySet().removeIf(channel -> !desk(channel).any());
            return due;
        });
    }

    private int startsNotUsed() {
        return Math.clamp(startsLeft(), 0, startsDue());
    }

    /** Sequences that may still begin today. */
    int startsLeft() {
        return counted().startBudget() - taken(startsToday());
    }

    /** Whether the sender's pace lets the touch leave now. */
    public Optional<SenderDesk.Wait> turn(TouchCase one, ResourceId sender) {
        return desk(one.touch()).turn(one, sender, this::taken);
    }

    /** What a touch takes of every counter, with the limits that hold now; counted as taken from here on. */
    public List<Quotas.Bound> take(TouchCase one, ResourceId sender) {
        List<Quotas.Bound> bounds = bounds(one, sender);
        bounds.forEach(bound -> counted().taken().merge(bound.counter(), 1, Integer::sum));
        own(one, sender).map(CampaignSender::id).ifPresent(chosenUsed::add);
        spend(one, sender);
        Optional.ofNullable(one.campaign())
                .map(campaign -> waiting.get(campaign.id()))
                .ifPresent(due -> due.computeIfPresent(one.touch().kind().channel(), (channel, steps) -> steps - 1));
        return bounds;
    }

    /** The chosen senders from which something was taken. */
    public Set<UUID> chosenUsed() {
        return chosenUsed;
    }

    /** The same, for what was sent already: nothing is asked. */
    List<Quotas.Bound> bounds(TouchCase one, ResourceId sender) {
        List<Quotas.Bound> bounds = new ArrayList<>(desk(one.touch()).bounds(one.touch(), sender));
        Campaign campaign = one.campaign();
        if (countsForCampaign(one.touch())) {
            own(one, sender)
                    .ifPresent(own -> bounds.add(new Quotas.Bound(
                            day(own), own.dailyLimit() == null ? Integer.MAX_VALUE : own.dailyLimit())));
        }
        if (campaign != null && countsForCampaign(one.touch())) {
            int daily = campaign.pace().dailyLimit() == null
                    ? Integer.MAX_VALUE
                    : campaign.pace().dailyLimit();
            bounds.add(new Quotas.Bound(campaignDay(campaign, setting.now()), daily));
            if (campaign.pace().dailyLimit() != null) {
                // only counted: how a day is split gives way, its limit does not
                Channel channel = one.touch().kind().channel();
                bounds.add(new Quotas.Bound(channelDay(campaign, channel, setting.now()), Integer.MAX_VALUE));
            }
        }
        bounds.addAll(company.bounds(one.touch(), one.lead()));
        if (countsAsTest(one.touch())) {
            bounds.add(new Quotas.Bound(testsToday(), TestMode.EMAILS_A_DAY));
        }
        if (one.touch().isStart()) {
            bounds.add(new Quotas.Bound(startsToday(), counted().startBudget()));
            startsOfPeriod(setting).ifPresent(counter -> bounds.add(new Quotas.Bound(counter, Integer.MAX_VALUE)));
        }
        return bounds;
    }

    /** Source: outreach 1.1 {@code daily_limit}. */
    private static boolean countsForCampaign(Touch touch) {
        return touch.origin() == TouchOrigin.SEQUENCE || touch.origin() == TouchOrigin.FOLLOW_UP;
    }

    /** Whether everything that a touch holds was reserved for a period that still runs. */
    public boolean current(Touch touch, Collection<Quotas.Counter> held, @Nullable Campaign campaign) {
        SenderDesk desk = desk(touch);
        return held.stream()
                .allMatch(counter -> desk.current(counter, today)
                        || campaign != null && isOfDay(campaign, touch, counter)
                        || counter.equals(startsToday())
                        || counter.equals(testsToday())
                        || company.current(counter)
                        || startsOfPeriod(setting).filter(counter::equals).isPresent());
    }

    private boolean isOfDay(Campaign campaign, Touch touch, Quotas.Counter counter) {
        return counter.equals(campaignDay(campaign, setting.now()))
                || counter.equals(channelDay(campaign, touch.kind().channel(), setting.now()))
                || setting.chosen(campaign, touch.kind().channel()).stream().anyMatch(own -> counter.equals(day(own)));
    }

    private Quotas.Counter startsToday() {
        return new Quotas.Counter(setting.id().value(), QuotaMetric.LEAD_STARTS, today);
    }

    private Quotas.Counter testsToday() {
        return new Quotas.Counter(setting.id().value(), QuotaMetric.TEST_EMAILS, today);
    }

    /** Source: outreach 13. */
    private boolean countsAsTest(Touch touch) {
        return setting.testMode().on() && touch.kind().channel() == Channel.EMAIL;
    }

    private boolean testsLeft(Touch touch) {
        return !countsAsTest(touch) || taken(testsToday()) < TestMode.EMAILS_A_DAY;
    }

    private int taken(Quotas.Counter counter) {
        return counted().taken().getOrDefault(counter, 0);
    }
}
