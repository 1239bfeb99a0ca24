package io.agencyos.application.outreach.engine;

import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.application.resource.seat.Seats;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.outreach.KillSwitches;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.calendar.LeadPlaces;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client with its campaigns and senders as one unit of work reads them: each once, however many touches there are. */
public final class Setting {

    /** Whether what is read must not change before the unit ends. */
    public enum Hold {
        /** Looked at only. */
        READ,
        /** A pause or completion waits until the unit ends (T3, T4). */
        SHARE
    }

    private final OutreachWorld world;
    private final Sequences sequences;
    private final ClientId id;
    private final Hold hold;
    private final Instant now;
    private final Holidays holidays;
    private final Optional<Client> client;
    private final Map<CampaignId, Optional<Campaign>> campaigns = new HashMap<>();
    private final Map<CampaignId, List<CampaignSender>> chosen = new HashMap<>();
    private @Nullable Boolean asksFirst;
    private @Nullable List<Mailbox> mailboxes;
    private @Nullable List<SendingNumber> numbers;
    private @Nullable List<Seat> seats;
    private @Nullable Optional<Subscription> subscription;
    private @Nullable Optional<Persona> persona;
    private @Nullable CostFloors floors;
    private LearnedPreferences.@Nullable Preferences learned;
    private @Nullable Set<Channel> stale;
    private @Nullable KillSwitches switches;
    private @Nullable ClientSettings settings;

    Setting(OutreachWorld world, Sequences sequences, ClientId id, Hold hold, Instant now, Holidays holidays) {
        this.world = world;
        this.sequences = sequences;
        this.id = id;
        this.hold = hold;
        this.now = now;
        this.holidays = holidays;
        this.client = hold == Hold.SHARE
                ? world.clients().findForShare(id)
                : world.clients().find(id);
    }

    public ClientId id() {
        return id;
    }

    public Instant now() {
        return now;
    }

    public Holidays holidays() {
        return holidays;
    }

    public Optional<Client> client() {
        return client;
    }

    /** What staff has stopped. */
    public KillSwitches switches() {
        if (switches == null) {
            switches = KillSwitches.of(world.stops().on());
        }
        return switches;
    }

    /** Where what leaves goes instead of to leads; asked for only while the client tests. Source: outreach 13. */
    public TestMode testMode() {
        return client.filter(Client::gated).isPresent() ? settings().testMode() : TestMode.OFF;
    }

    /** The first day after the quiet days around this one; empty where it is none. Source: outreach 19.8. */
    public Optional<LocalDate> quietUntil(LocalDate day) {
        return client.filter(Client::gated).flatMap(gated -> settings().quietUntil(day));
    }

    /** Whether a call says in its opening that a machine speaks. Source: outreach 10.5. */
    public boolean callsDisclose() {
        return settings().aiDisclosure();
    }

    private ClientSettings settings() {
        if (settings == null) {
            settings = world.clients().settings(id);
        }
        return settings;
    }

    /** The channels on which nobody has seen for too long what people answer. */
    Set<Channel> stale() {
        if (stale == null) {
            stale = world.feeds().stale(id, now);
        }
        return stale;
    }

    /** The client's numbers, for texts and calls alike. */
    public List<SendingNumber> numbers(SendingNumbers stored) {
        if (numbers == null) {
            numbers = stored.ofClient(id);
        }
        return numbers;
    }

    /** The client's seats. */
    public List<Seat> seats(Seats stored) {
        if (seats == null) {
            seats = stored.ofClient(id);
        }
        return seats;
    }

    public ZoneId zone() {
        return client.map(Client::timezone).orElse(LeadPlaces.SYDNEY);
    }

    /** Days on which this client starts nobody. */
    public Predicate<LocalDate> daysOff() {
        return holidays.of(client.map(Client::country).orElse(Country.AUSTRALIA), zone());
    }

    public Optional<Subscription> subscription() {
        if (subscription == null) {
            subscription = world.clients().subscription(id);
        }
        return subscription;
    }

    /** The platform's cost floors, asked for where the channel has one. */
    CostFloors floors(Channel channel) {
        boolean free = channel == Channel.EMAIL || channel == Channel.LINKEDIN;
        if (floors == null && !free) {
            floors = world.clients().costFloors();
        }
        return floors == null ? CostFloors.DEFAULT : floors;
    }

    /** What was learned and may steer. */
    public LearnedPreferences.Preferences learned() {
        if (learned == null) {
            learned = world.learned().of(id);
        }
        return learned;
    }

    public Optional<Persona> persona() {
        if (persona == null) {
            persona = world.clients().defaultPersona(id);
        }
        return persona;
    }

    /** Locks campaigns by ascending id before anything behind them is locked. */
    void holdCampaigns(Collection<CampaignId> ids) {
        ids.stream()
                .distinct()
                .sorted(Comparator.comparing(campaign -> campaign.value().toString()))
                .forEach(this::campaign);
    }

    /** Whether people look at what leaves first, of all campaigns or of one that runs. Source: outreach 1.4. */
    public boolean asksFirst() {
        if (asksFirst == null) {
            asksFirst = client.map(Client::defaultPermissionMode)
                            .filter(PermissionMode.AUTOPILOT::equals)
                            .isEmpty()
                    || world.campaigns().all(id).stream().anyMatch(Setting::asksFirst);
        }
        return asksFirst;
    }

    private static boolean asksFirst(Campaign campaign) {
        PermissionMode own = campaign.permissionMode();
        return campaign.status() == CampaignStatus.ACTIVE && own != null && own != PermissionMode.AUTOPILOT;
    }

    public Optional<Campaign> campaign(CampaignId campaign) {
        return campaigns.computeIfAbsent(
                campaign,
                wanted -> hold == Hold.SHARE
                        ? world.campaigns().findForShare(id, wanted)
                        : world.campaigns().find(id, wanted));
    }

    /** The senders that a campaign has chosen for a channel; empty where it uses all of its client's. */
    public List<CampaignSender> chosen(@Nullable Campaign campaign, Channel channel) {
        if (campaign == null || !campaign.ownSenders()) {
            return List.of();
        }
        return chosen.computeIfAbsent(campaign.id(), of -> world.campaigns().senders(id, of)).stream()
                .filter(one -> one.isFor(channel))
                .toList();
    }

    public Optional<Sequence> sequence(Enrolment enrolment) {
        return sequences.of(id, enrolment.campaignId(), enrolment.sequenceVersion());
    }

    public List<Mailbox> mailboxes() {
        if (mailboxes == null) {
            mailboxes = world.mailboxes().ofClient(id);
        }
        return mailboxes;
    }

    public Optional<Mailbox> mailbox(@Nullable ResourceId resource) {
        return mailboxes().stream()
                .filter(mailbox -> mailbox.id().equals(resource))
                .findFirst();
    }
}
