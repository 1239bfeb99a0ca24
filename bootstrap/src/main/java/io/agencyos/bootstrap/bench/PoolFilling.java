package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.campaign.sequence.DefaultSequence;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.client.IcpOrigin;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.intake.ColumnMapping;
import io.agencyos.domain.lead.intake.LeadRecord;
import io.agencyos.domain.lead.intake.LeadRowReader;
import io.agencyos.domain.lead.intake.ParsedRow;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.IcpId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.ResourceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A pool of free people, and clients that may take from it: a profile, a warm mailbox and an active campaign each. */
record PoolFilling(Product product) {

    private static final int AT_ONCE = 5_000;

    /** Puts the first so many people of the file into the pool; answers how many there are. */
    int fill(Path file, int most) {
        Set<IdentityKey> known = new HashSet<>();
        Map<PoolPerson, List<IdentityKey>> people = new LinkedHashMap<>();
        int filled = 0;
        try (LeadFile rows = new CsvLeadFiles().open(() -> Files.newInputStream(file))) {
            LeadRowReader reader = new LeadRowReader(
                    ColumnMapping.guess(rows.headers()),
                    Country.AUSTRALIA,
                    LocalDate.ofInstant(product.basis().clock().now(), ZoneOffset.UTC),
                    PublishedSuffixes.identityKeys());
            while (filled < most && rows.rows().hasNext()) {
                if (reader.read(rows.rows().next().cells())
                        instanceof ParsedRow.Accepted(LeadRecord said, var ignored)) {
                    List<IdentityKey> keys = IdentityKey.of(said.contact(), said.personalEmail(), said.person());
                    if (keys.stream().noneMatch(known::contains)) {
                        known.addAll(keys);
                        people.put(person(said), keys);
                        filled++;
                    }
                }
                if (people.size() == AT_ONCE) {
                    store(people);
                }
            }
        }
        store(people);
        return filled;
    }

    private void store(Map<PoolPerson, List<IdentityKey>> people) {
        product.basis().units().onPlatform(() -> product.stores().leads.people().insertAll(people));
        people.clear();
    }

    private PoolPerson person(LeadRecord said) {
        return new PoolPerson(
                new PoolPersonId(product.basis().ids().next()),
                said.contact(),
                said.personalEmail(),
                said.person(),
                said.company(),
                said.roleStart(),
                said.timezone(),
                PoolStatus.AVAILABLE,
                null,
                "bench",
                0,
                false,
                null,
                null,
                0,
                1,
                Instant.now(),
                0);
    }

    static TenantScope client(Product product, int number) {
        if (!(product.clients().openClient().open("Benchmark " + number)
                instanceof OpenClient.Outcome.Opened(var client))) {
            throw new IllegalStateException("a new database refuses a client");
        }
        TenantScope worker = TenantScope.worker(client.id());
        Mailbox mailbox = mailbox(client.id(), number);
        product.basis().units().inTenant(worker, () -> {
            product.stores().clients.saveIcp(profile(client.id()));
            product.stores().mailboxes.assign(mailbox);
        });
        return worker;
    }

    private static IcpProfile profile(ClientId client) {
        return new IcpProfile(
                new IcpId(UUID.randomUUID()),
                client,
                1,
                IcpStatus.CONFIRMED,
                IcpOrigin.MANUAL,
                List.of(),
                List.of(),
                List.of(),
                List.of("Australia"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Instant.now(),
                0);
    }

    private static Mailbox mailbox(ClientId client, int number) {
        String domain = "bench" + number + ".example";
        return new Mailbox(
                new ResourceId(UUID.randomUUID()),
                client,
                new EmailAddress("sam@" + domain),
                new ResourceId(UUID.randomUUID()),
                new DomainName(domain),
                "bench",
                "mailbox-" + number,
                MailboxState.CONNECTED,
                DomainHealth.GOOD,
                Instant.now().minus(Duration.ofDays(60)),
                true,
                null,
                null);
    }

    static CampaignId campaign(Product product, ClientId client) {
        Instant now = Instant.now();
        CampaignSettings settings = CampaignSettings.named("Benchmark", ZoneId.of("Australia/Sydney"))
                .permitted(PermissionMode.AUTOPILOT)
                .mixed(new ChannelMix(100, 0, 0, 0, 0))
                .floored(new ChannelFloors(null, null, null));
        CampaignId id = new CampaignId(UUID.randomUUID());
        Campaign campaign =
                Campaign.draft(id, client, CampaignOrigin.CUSTOM, settings, now).activated(100, now);
        Sequence emails = new Sequence(
                client, campaign.id(), 1, DefaultSequence.steps(Set.of(Channel.EMAIL)), campaign.createdAt());
        product.basis()
                .units()
                .inTenant(
                        TenantScope.worker(client),
                        () -> product.stores().campaigns.insert(campaign, emails));
        return campaign.id();
    }
}
