package io.agencyos.application.outreach;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.Subscription;
import io.agencyos.domain.outreach.GateFacts;
import io.agencyos.domain.outreach.Touch;
import io.agencyos.domain.outreach.TouchOrigin;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxChoice;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left today of senders, campaigns and the start budget, counted down while one batch is committed. It only
 * decides whom to ask; the conditional reservation is what holds. Whatever it tells is read when somebody asks for it
 * first: most follow-ups leave without a word about starts. Source: outreach 7, scoring PACE-3, PACE-5, RES-8.
 */
final class Capacity {

    private static final int MAILBOX_A_DAY = 100;

    private final OutreachStores stores;
    private final Setting setting;
    private final Collection<CampaignId> campaigns;
    private final LocalDate date;
    private final Instant today;
    private @Nullable Counted counted;
    private @Nullable Map<Optional<ResourceId>, Integer> followUps;
    private @Nullable Integer startsDue;

    private Capacity(OutreachStores stores, Setting setting, Collection<CampaignId> campaigns) {
        this.stores = stores;
        this.setting = setting;
        this.campaigns = campaigns;
        this.date = LocalDate.ofInstant(setting.now(), setting.zone());
        this.today = date.atStartOfDay(setting.zone()).toInstant();
    }

    /** The counters of everything that these campaigns may use today. */
    static Capacity of(OutreachStores stores, Setting setting, Collection<CampaignId> campaigns) {
        return new Capacity(stores, setting, campaigns);
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
        for (Mailbox mailbox : setting.mailboxes()) {
            wanted.add(domainTotal(mailbox));
            wanted.add(domainOutbound(mailbox));
            wanted.add(mailboxTotal(mailbox));
        }
        wanted.add(startsToday());
        Optional<Quotas.Counter> startsOfPeriod = startsOfPeriod(setting);
        startsOfPeriod.ifPresent(wanted::add);
        campaigns.forEach(campaign ->
                setting.campaign(campaign).ifPresent(found -> wanted.add(campaignDay(found, setting.now()))));
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

    private Map<Optional<ResourceId>, Integer> followUps() {
        if (followUps == null) {
            followUps = stores.enrolments().followUpsDue(setting.id(), tomorrow());
        }
        return followUps;
    }

    private int startsDue() {
        if (startsDue == null) {
            startsDue = stores.enrolments().startsDue(setting.id(), tomorrow());
        }
        return startsDue;
    }

    private Instant tomorrow() {
        return date.plusDays(1).atStartOfDay(setting.zone()).toInstant();
    }

    private static Optional<Quotas.Counter> startsOfPeriod(Setting setting) {
        return setting.subscription()
                .map(subscription -> new Quotas.Counter(
                        UUID.nameUUIDFromBytes((setting.id() + "|starts of the period")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        QuotaMetric.LEAD_STARTS,
                        subscription.periodStart().atStartOfDay(setting.zone()).toInstant()));
    }

    private static Quotas.Counter campaignDay(Campaign campaign, Instant now) {
        Instant day = LocalDate.ofInstant(now, campaign.timezone())
                .atStartOfDay(campaign.timezone())
                .toInstant();
        return new Quotas.Counter(campaign.id().value(), QuotaMetric.CAMPAIGN_TOUCHES, day);
    }

    /** The sender that a touch keeps or would get. */
    Optional<Mailbox> sender(TouchCase one) {
        ResourceId sticky = one.enrolment().stickyResource();
        Optional<Mailbox> kept = setting.mailbox(sticky).filter(mailbox -> mailbox.state() != MailboxState.REMOVED);
        return kept.isPresent() ? kept : MailboxChoice.pick(candidates());
    }

    private List<MailboxChoice.Candidate> candidates() {
        Map<ResourceId, Instant> lastUsed = new HashMap<>();
        setting.mailboxes().forEach(mailbox -> {
            if (mailbox.lastUsedAt() != null) {
                lastUsed.merge(mailbox.domainId(), mailbox.lastUsedAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
        });
        return setting.mailboxes().stream()
                .map(mailbox -> new MailboxChoice.Candidate(
                        mailbox, outboundLeft(mailbox), lastUsed.get(mailbox.domainId()), taken(mailboxTotal(mailbox))))
                .toList();
    }

    /** The facts of gate B with this sender and with what is left for it. */
    GateFacts facts(GateCase asked, Optional<Mailbox> sender) {
        return facts(asked.facts(), sender, budgets(asked, sender));
    }

    /** The facts of gate C with the sender that was chosen: what it uses was reserved for it. */
    GateFacts factsAgain(GateCase asked, Optional<Mailbox> sender) {
        return facts(asked.facts(), sender, GateFacts.Budgets.PLENTY);
    }

    private GateFacts facts(GateFacts facts, Optional<Mailbox> sender, GateFacts.Budgets budgets) {
        return new GateFacts(
                facts.touch(),
                facts.switches(),
                facts.client(),
                facts.campaign(),
                facts.lead(),
                facts.history(),
                facts.address(),
                facts.approval(),
                facts.calendar(),
                facts.holidayTableStale(),
                standing(sender),
                budgets,
                facts.content());
    }

    private GateFacts.Sender standing(Optional<Mailbox> sender) {
        if (sender.isEmpty()) {
            boolean any = setting.mailboxes().stream().anyMatch(MailboxChoice::usable);
            return new GateFacts.Sender(any, GateFacts.Sender.Standing.HEALTHY, true, false);
        }
        return Senders.standing(sender.get(), setting.now());
    }

    private GateFacts.Budgets budgets(GateCase asked, Optional<Mailbox> sender) {
        Campaign campaign = asked.one().campaign();
        GateFacts.Intent intent = asked.facts().touch();
        boolean campaignLeft = campaign == null
                || campaign.dailyLimit() == null
                || taken(campaignDay(campaign, setting.now())) < campaign.dailyLimit();
        return new GateFacts.Budgets(
                !intent.firstStep() || startsLeft() > 0 && clientLeft() > clientFollowUps(),
                campaignLeft,
                true,
                sender.map(mailbox -> senderLeft(asked.touch(), mailbox)).orElse(false),
                sender.map(mailbox -> !intent.spareOnly() || spareLeft(mailbox)).orElse(false),
                true,
                GateFacts.Budgets.Vendor.READY);
    }

    /** Sequences that may still begin today. */
    int startsLeft() {
        return counted().startBudget() - taken(startsToday());
    }

    private boolean senderLeft(Touch touch, Mailbox mailbox) {
        DailyLimit limit = DailyLimit.of(mailbox, setting.now());
        int total = taken(domainTotal(mailbox));
        boolean mailboxLeft = taken(mailboxTotal(mailbox)) < MAILBOX_A_DAY;
        return mailboxLeft
                && (touch.origin() == TouchOrigin.REPLY
                        ? limit.allowsReply(total)
                        : limit.allowsOutbound(taken(domainOutbound(mailbox)), total));
    }

    private boolean spareLeft(Mailbox mailbox) {
        Map<ResourceId, Mailbox> byId = new LinkedHashMap<>();
        setting.mailboxes().forEach(one -> byId.put(one.id(), one));
        int domainFollowUps = followUps().entrySet().stream()
                .filter(entry -> entry.getKey()
                        .map(byId::get)
                        .filter(kept -> kept.domainId().equals(mailbox.domainId()))
                        .isPresent())
                .mapToInt(Map.Entry::getValue)
                .sum();
        int startsNotUsed = Math.clamp(startsLeft(), 0, startsDue());
        return Pacing.spareLeft(outboundLeft(mailbox), domainFollowUps, clientLeft(), clientFollowUps(), startsNotUsed);
    }

    private int clientFollowUps() {
        return followUps().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Outreach that all domains together still take today; mailboxes of one domain share its limit. */
    private int clientLeft() {
        Map<ResourceId, Mailbox> domains = new LinkedHashMap<>();
        setting.mailboxes().forEach(one -> domains.putIfAbsent(one.domainId(), one));
        return domains.values().stream().mapToInt(this::outboundLeft).sum();
    }

    private int outboundLeft(Mailbox mailbox) {
        return DailyLimit.of(mailbox, setting.now())
                .outboundLeft(taken(domainOutbound(mailbox)), taken(domainTotal(mailbox)));
    }

    /** What a touch takes of every counter, with the limits that hold now; counted as taken from here on. */
    List<Quotas.Bound> take(TouchCase one, Mailbox mailbox) {
        List<Quotas.Bound> bounds = bounds(one, mailbox);
        bounds.forEach(bound -> counted().taken().merge(bound.counter(), 1, Integer::sum));
        return bounds;
    }

    /** The same, for what was sent already: nothing is asked. */
    List<Quotas.Bound> bounds(TouchCase one, Mailbox mailbox) {
        DailyLimit limit = DailyLimit.of(mailbox, setting.now());
        List<Quotas.Bound> bounds = new ArrayList<>();
        bounds.add(new Quotas.Bound(domainTotal(mailbox), limit.total()));
        bounds.add(new Quotas.Bound(mailboxTotal(mailbox), MAILBOX_A_DAY));
        if (one.touch().origin() != TouchOrigin.REPLY) {
            bounds.add(new Quotas.Bound(domainOutbound(mailbox), limit.outbound()));
        }
        Campaign campaign = one.campaign();
        if (campaign != null && one.touch().origin() == TouchOrigin.SEQUENCE) {
            int daily = campaign.dailyLimit() == null ? Integer.MAX_VALUE : campaign.dailyLimit();
            bounds.add(new Quotas.Bound(campaignDay(campaign, setting.now()), daily));
        }
        if (one.touch().stepNo() == 1 && one.touch().origin() == TouchOrigin.SEQUENCE) {
            bounds.add(new Quotas.Bound(startsToday(), counted().startBudget()));
            startsOfPeriod(setting).ifPresent(counter -> bounds.add(new Quotas.Bound(counter, Integer.MAX_VALUE)));
        }
        return bounds;
    }

    /** Whether everything that a touch holds was reserved for a period that still runs. */
    boolean current(Collection<Quotas.Counter> held, @Nullable Campaign campaign) {
        return held.stream()
                .allMatch(counter -> counter.periodStart().equals(today)
                        || campaign != null && counter.equals(campaignDay(campaign, setting.now()))
                        || startsOfPeriod(setting).filter(counter::equals).isPresent());
    }

    private Quotas.Counter startsToday() {
        return new Quotas.Counter(setting.id().value(), QuotaMetric.LEAD_STARTS, today);
    }

    private Quotas.Counter domainTotal(Mailbox mailbox) {
        return new Quotas.Counter(mailbox.domainId().value(), QuotaMetric.EMAIL_TOTAL, today);
    }

    private Quotas.Counter domainOutbound(Mailbox mailbox) {
        return new Quotas.Counter(mailbox.domainId().value(), QuotaMetric.EMAIL_OUTBOUND, today);
    }

    private Quotas.Counter mailboxTotal(Mailbox mailbox) {
        return new Quotas.Counter(mailbox.id().value(), QuotaMetric.MAILBOX_TOTAL, today);
    }

    private int taken(Quotas.Counter counter) {
        return counted().taken().getOrDefault(counter, 0);
    }
}
