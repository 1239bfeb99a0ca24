package io.agencyos.application.outreach.mail;

import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxChoice;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.SenderBinding;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client's mailboxes and what is left of their domains today. What follow-ups need is read when somebody asks for it
 * first: most e-mails leave without a word about spare capacity. Source: outreach 7, scoring PACE-5, RES-8.
 */
final class MailSenders implements SenderDesk {

    private static final int MAILBOX_A_DAY = 100;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final OutreachStores stores;
    private final Setting setting;
    private final MailPace pace;
    private final LocalDate date;
    private final Instant today;
    private @Nullable Map<ResourceId, Instant> lastSent;
    private @Nullable Map<DomainName, Integer> reached;
    private @Nullable Map<Optional<ResourceId>, Integer> followUps;

    MailSenders(OutreachStores stores, Setting setting, MailPace pace) {
        this.pace = pace;
        this.stores = stores;
        this.setting = setting;
        this.date = LocalDate.ofInstant(setting.now(), setting.zone());
        this.today = date.atStartOfDay(setting.zone()).toInstant();
    }

    @Override
    public boolean any() {
        return !setting.mailboxes().isEmpty();
    }

    @Override
    public List<Quotas.Counter> counters() {
        List<Quotas.Counter> wanted = new ArrayList<>();
        for (Mailbox mailbox : setting.mailboxes()) {
            wanted.add(domainTotal(mailbox));
            wanted.add(domainOutbound(mailbox));
            wanted.add(mailboxTotal(mailbox));
        }
        return wanted;
    }

    @Override
    public Optional<ResourceId> kept(Enrolment enrolment) {
        return setting.mailbox(enrolment.stickyResource())
                .filter(mailbox -> !isLost(mailbox))
                .map(Mailbox::id);
    }

    /**
     * Whether the mailbox that the lead knows is gone, or has paused for more than five days while another one sends; then
     * the other one begins a new thread. Source: outreach 7, sender selection.
     */
    private boolean isLost(Mailbox mailbox) {
        boolean over = SenderBinding.followUp(mailbox.forBound(), setting.now()) == SenderBinding.Decision.REBIND;
        return over
                && (mailbox.state() == MailboxState.REMOVED
                        || setting.mailboxes().stream().anyMatch(MailboxChoice::usable));
    }

    @Override
    public Optional<ResourceId> pick(Taken taken, Predicate<ResourceId> among) {
        return MailboxChoice.pick(candidates(taken).stream()
                        .filter(one -> among.test(one.mailbox().id()))
                        .toList())
                .map(Mailbox::id);
    }

    private List<MailboxChoice.Candidate> candidates(Taken taken) {
        Map<ResourceId, Instant> lastUsed = new HashMap<>();
        setting.mailboxes().forEach(mailbox -> {
            if (mailbox.lastUsedAt() != null) {
                lastUsed.merge(mailbox.domainId(), mailbox.lastUsedAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
        });
        return setting.mailboxes().stream()
                .map(mailbox -> new MailboxChoice.Candidate(
                        mailbox,
                        outboundLeft(mailbox, taken),
                        lastUsed.get(mailbox.domainId()),
                        taken.of(mailboxTotal(mailbox))))
                .toList();
    }

    @Override
    public Optional<String> vendor(ResourceId sender) {
        return setting.mailbox(sender).map(Mailbox::vendor);
    }

    @Override
    public GateFacts.Sender standing(Optional<ResourceId> sender) {
        return sender.flatMap(setting::mailbox)
                .map(mailbox -> Senders.standing(mailbox, setting.now()))
                .orElseGet(this::standingOfAll);
    }

    /** Where nobody has a mailbox yet: what keeps the best of them from sending. */
    private GateFacts.Sender standingOfAll() {
        return setting.mailboxes().stream()
                .map(mailbox -> Senders.standing(mailbox, setting.now()))
                .min(Comparator.comparing(GateFacts.Sender::standing).thenComparing(one -> !one.warm()))
                .orElseGet(() -> new GateFacts.Sender(false, GateFacts.Sender.Standing.HEALTHY, true, false));
    }

    @Override
    public Room room(Touch touch, ResourceId sender, Taken taken) {
        return Room.of(setting.mailbox(sender)
                .filter(mailbox -> left(touch, mailbox, taken))
                .isPresent());
    }

    private boolean left(Touch touch, Mailbox mailbox, Taken taken) {
        DailyLimit limit = DailyLimit.of(mailbox, setting.now());
        int total = taken.of(domainTotal(mailbox));
        boolean mailboxLeft = taken.of(mailboxTotal(mailbox)) < MAILBOX_A_DAY;
        return mailboxLeft
                && (touch.origin() == TouchOrigin.REPLY
                        ? limit.allowsReply(total)
                        : limit.allowsOutbound(taken.of(domainOutbound(mailbox)), total));
    }

    @Override
    public Optional<Wait> turn(TouchCase one, ResourceId sender, Taken taken) {
        return pace.watches() ? full(one).or(() -> later(sender)) : Optional.empty();
    }

    /** Strangers of one company hear from few of us on a day. */
    private Optional<Wait> full(TouchCase one) {
        Optional<DomainName> domain = Optional.ofNullable(one.lead())
                .map(lead -> lead.contact().email())
                .map(EmailAddress::domain)
                .filter(name -> one.touch().origin() != TouchOrigin.REPLY
                        && !pace.freeMail().contains(name));
        if (domain.isEmpty()) {
            return Optional.empty();
        }
        int before = reached().getOrDefault(domain.get(), 0);
        if (before >= pace.toOneDomain()) {
            return Optional.of(new Wait(
                    one.calendar()
                            .nextDay(setting.now())
                            .orElseGet(() -> setting.now().plus(A_DAY)),
                    null));
        }
        reached().put(domain.get(), before + 1);
        return Optional.empty();
    }

    /** The gap stands between two of one mailbox, those that are just leaving included. */
    private Optional<Wait> later(ResourceId sender) {
        Instant slot = lastSent().containsKey(sender) ? lastSent().get(sender).plus(pace.gap()) : setting.now();
        boolean free = !slot.isAfter(setting.now());
        lastSent().put(sender, free ? setting.now() : slot);
        return free ? Optional.empty() : Optional.of(new Wait(slot, null));
    }

    private Map<ResourceId, Instant> lastSent() {
        if (lastSent == null) {
            lastSent = new HashMap<>();
            for (Touches.Act act : stores.touches()
                    .acts(setting.id(), Channel.EMAIL, setting.now().minus(pace.gap()))) {
                lastSent.merge(act.sender(), act.inFlight() ? setting.now() : act.at(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return lastSent;
    }

    private Map<DomainName, Integer> reached() {
        if (reached == null) {
            reached = new HashMap<>(stores.touches().domainsReached(setting.id(), today));
        }
        return reached;
    }

    @Override
    public boolean roomToStart(Taken taken) {
        return clientLeft(taken) > clientFollowUps();
    }

    @Override
    public boolean spare(ResourceId sender, int startsNotUsed, Taken taken) {
        return setting.mailbox(sender)
                .filter(mailbox -> spareLeft(mailbox, startsNotUsed, taken))
                .isPresent();
    }

    private boolean spareLeft(Mailbox mailbox, int startsNotUsed, Taken taken) {
        Map<ResourceId, Mailbox> byId = new LinkedHashMap<>();
        setting.mailboxes().forEach(one -> byId.put(one.id(), one));
        int domainFollowUps = followUps().entrySet().stream()
                .filter(entry -> entry.getKey()
                        .map(byId::get)
                        .filter(kept -> kept.domainId().equals(mailbox.domainId()))
                        .isPresent())
                .mapToInt(Map.Entry::getValue)
                .sum();
        return Pacing.spareLeft(
                outboundLeft(mailbox, taken), domainFollowUps, clientLeft(taken), clientFollowUps(), startsNotUsed);
    }

    private Map<Optional<ResourceId>, Integer> followUps() {
        if (followUps == null) {
            followUps = stores.enrolments()
                    .followUpsDue(
                            setting.id(),
                            date.plusDays(1).atStartOfDay(setting.zone()).toInstant());
        }
        return followUps;
    }

    private int clientFollowUps() {
        return followUps().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Outreach that all domains together still take today; mailboxes of one domain share its limit. */
    private int clientLeft(Taken taken) {
        Map<ResourceId, Mailbox> domains = new LinkedHashMap<>();
        setting.mailboxes().forEach(one -> domains.putIfAbsent(one.domainId(), one));
        return domains.values().stream()
                .mapToInt(one -> outboundLeft(one, taken))
                .sum();
    }

    private int outboundLeft(Mailbox mailbox, Taken taken) {
        return DailyLimit.of(mailbox, setting.now())
                .outboundLeft(taken.of(domainOutbound(mailbox)), taken.of(domainTotal(mailbox)));
    }

    @Override
    public List<Quotas.Bound> bounds(Touch touch, ResourceId sender) {
        return setting.mailbox(sender).map(mailbox -> bounds(touch, mailbox)).orElse(List.of());
    }

    private List<Quotas.Bound> bounds(Touch touch, Mailbox mailbox) {
        DailyLimit limit = DailyLimit.of(mailbox, setting.now());
        List<Quotas.Bound> bounds = new ArrayList<>();
        bounds.add(new Quotas.Bound(domainTotal(mailbox), limit.total()));
        bounds.add(new Quotas.Bound(mailboxTotal(mailbox), MAILBOX_A_DAY));
        if (touch.origin() != TouchOrigin.REPLY) {
            bounds.add(new Quotas.Bound(domainOutbound(mailbox), limit.outbound()));
        }
        return bounds;
    }

    private Quotas.Counter domainTotal(Mailbox mailbox) {
        return counter(mailbox.domainId(), QuotaMetric.EMAIL_TOTAL);
    }

    private Quotas.Counter domainOutbound(Mailbox mailbox) {
        return counter(mailbox.domainId(), QuotaMetric.EMAIL_OUTBOUND);
    }

    private Quotas.Counter mailboxTotal(Mailbox mailbox) {
        return counter(mailbox.id(), QuotaMetric.MAILBOX_TOTAL);
    }

    private Quotas.Counter counter(ResourceId target, QuotaMetric metric) {
        UUID id = target.value();
        return new Quotas.Counter(id, metric, today);
    }
}
