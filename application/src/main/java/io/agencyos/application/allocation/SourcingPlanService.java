package io.agencyos.application.allocation;

import io.agencyos.application.allocation.sourcing.CompanyRooms;
import io.agencyos.application.allocation.sourcing.SourcingPlan;
import io.agencyos.application.allocation.sourcing.SourcingSearch;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.allocation.store.LearnedTargets;
import io.agencyos.application.allocation.store.PoolCandidates;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentChecks;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.CampaignShares;
import io.agencyos.domain.allocation.CompanyGuard;
import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.allocation.SourcingTier;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.NameKey;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the allocator who would be taken today, and the profile what to look for. */
final class SourcingPlanService implements SourcingPlan {

    private static final int PAGE = 500;

    private final AllocationPorts ports;
    private final AllocationWorld world;
    private final AssignPoolLeads assign;
    private final UnitOfWork units;
    private final ClockPort clock;

    SourcingPlanService(
            AllocationPorts ports, AllocationWorld world, AssignPoolLeads assign, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.world = world;
        this.assign = assign;
        this.units = units;
        this.clock = clock;
    }

    private record Start(@Nullable Campaign campaign, int target) {}

    @Override
    public Result<Need, AssignmentRefusal> need(ClientId client, Optional<CampaignId> campaign, int target) {
        TenantScope worker = TenantScope.worker(client);
        return units.inTenant(worker, () -> start(client, campaign, target)).flatMap(start -> {
            Campaign running = start.campaign();
            return running == null
                    ? Result.ok(new Need(start.target(), fitting(client, start.target())))
                    : rehearsed(worker, running, start.target());
        });
    }

    private Result<Start, AssignmentRefusal> start(ClientId client, Optional<CampaignId> wanted, int target) {
        IcpProfile icp = world.clients().icp(client).orElse(null);
        if (icp == null || icp.status() != IcpStatus.CONFIRMED || !icp.selective()) {
            return Result.err(AssignmentRefusal.ICP_NOT_CONFIGURED);
        }
        int balance = world.credits().balance(client);
        if (balance <= 0) {
            return Result.err(AssignmentRefusal.NO_CREDITS);
        }
        Optional<Campaign> campaign = wanted.isPresent()
                ? world.campaigns().find(client, wanted.get())
                : largest(client).flatMap(id -> world.campaigns().find(client, id));
        if (wanted.isPresent() && campaign.isEmpty()) {
            return Result.err(AssignmentRefusal.CAMPAIGN_INACTIVE);
        }
        return Result.ok(new Start(campaign.orElse(null), Math.min(target, balance)));
    }

    /** Of the active campaigns the one that gets most: it stands for the client where none was named. */
    private Optional<CampaignId> largest(ClientId client) {
        return TopUpCampaignsService.activeShares(world, client).stream()
                .max(Comparator.comparingInt(CampaignShares.Share::pct)
                        .thenComparing(share -> share.campaign().text(), Comparator.reverseOrder()))
                .map(CampaignShares.Share::campaign);
    }

    private Result<Need, AssignmentRefusal> rehearsed(TenantScope worker, Campaign campaign, int target) {
        int asked = Math.min(target, AssignmentChecks.MOST_REQUESTED);
        var request = new AssignPoolLeads.Request(campaign.id(), asked, "", true);
        return switch (assign.assign(worker, request)) {
            case AssignPoolLeads.Outcome.Done(AssignPoolLeads.Report report) ->
                Result.ok(new Need(target, report.assigned()));
            case AssignPoolLeads.Outcome.Refused(AssignmentRefusal refusal) -> Result.err(refusal);
            // a worker has every role, and a rehearsal has no key
            case AssignPoolLeads.Outcome.RoleRequired() -> throw new IllegalStateException("the worker was refused");
            case AssignPoolLeads.Outcome.KeyReused() -> throw new IllegalStateException("a rehearsal has no key");
        };
    }

    /** People whom nobody holds, whom the profile wants and whose company may hear of the client, up to the target. */
    private int fitting(ClientId client, int target) {
        IcpFilter filter = filter(client, Optional.empty());
        CompanyRoom room = units.inTenant(
                TenantScope.worker(client), () -> CompanyRoom.of(ports, world, client, List.of(), clock.now()));
        int count = 0;
        PoolPersonId after = null;
        List<PoolPerson> page;
        do {
            PoolPersonId from = after;
            page = units.inTenant(TenantScope.worker(client), () -> {
                List<PoolPerson> people = ports.candidates().page(filter.countries(), from, PAGE);
                room.lookAt(people);
                return people;
            });
            count += (int) page.stream()
                    .filter(person -> person.contact().emailStatus() == EmailStatus.VERIFIED)
                    .filter(person ->
                            filter.mismatch(person.person(), person.company()).isEmpty())
                    .filter(room::take)
                    .count();
            after = page.isEmpty() ? null : page.getLast().id();
        } while (page.size() == PAGE && count < target);
        return Math.min(count, target);
    }

    @Override
    public CompanyRooms rooms(ClientId client, Collection<String> companies, Instant since) {
        Set<NameKey> names = companies.stream()
                .flatMap(name -> NameKey.of(name).toOptional().stream())
                .collect(Collectors.toSet());
        return units.inTenant(TenantScope.worker(client), () -> {
            List<PoolCandidates.Namesake> known = ports.candidates().named(names, since);
            Map<DomainName, CompanyGuard.Company> contacts = ports.candidates()
                    .companies(
                            client,
                            known.stream().map(PoolCandidates.Namesake::domain).collect(Collectors.toSet()),
                            clock.now().minus(CompanyGuard.COOL_DOWN));
            return new CompanyRooms(known.stream()
                    .collect(Collectors.toMap(
                            PoolCandidates.Namesake::name,
                            company -> room(
                                    company, contacts.getOrDefault(company.domain(), CompanyGuard.Company.UNKNOWN)),
                            Math::max)));
        });
    }

    private static int room(PoolCandidates.Namesake company, CompanyGuard.Company contacts) {
        return CompanyGuard.allows(contacts, company.employees())
                ? Math.max(0, CompanyGuard.MOST_OPEN - contacts.open() - company.joined())
                : 0;
    }

    private IcpFilter filter(ClientId client, Optional<CampaignId> campaign) {
        return units.inTenant(
                TenantScope.worker(client),
                () -> world.filter(world.clients().icp(client).orElseThrow(), target(client, campaign)));
    }

    private CampaignTarget target(ClientId client, Optional<CampaignId> campaign) {
        return campaign.flatMap(id -> world.campaigns().find(client, id))
                .map(Campaign::target)
                .orElse(CampaignTarget.INHERITED);
    }

    @Override
    public SourcingSearch search(ClientId client, Optional<CampaignId> campaign, String run) {
        return units.inTenant(TenantScope.worker(client), () -> {
            IcpProfile icp = world.clients().icp(client).orElseThrow();
            CampaignTarget target = target(client, campaign);
            boolean explores = Exploration.explores(
                    Exploration.Purpose.SOURCING, run, world.learned().exploredPercent(client));
            SourcingTier.Wish wish = wish(icp, target);
            return new SourcingSearch(
                    world.waterfall(client, explores ? wish : learned(client, wish)),
                    world.filter(icp, target),
                    explores);
        });
    }

    private SourcingTier.Wish learned(ClientId client, SourcingTier.Wish wish) {
        LearnedTargets.Aim aim = world.learned()
                .searched(client, new LearnedTargets.Aim(wish.industries(), wish.titles(), wish.sizes()));
        return new SourcingTier.Wish(aim.industries(), aim.titles(), aim.sizes(), wish.places(), wish.seniorities());
    }

    /** What the campaign names replaces what the profile names. */
    static SourcingTier.Wish wish(IcpProfile icp, CampaignTarget target) {
        Set<Seniority> seniorities = icp.seniorities().stream()
                .flatMap(word -> Vocabulary.parse(Seniority.class, word).stream())
                .collect(Collectors.toSet());
        return new SourcingTier.Wish(
                either(target.industries(), icp.industries()),
                either(target.titles(), icp.titles()),
                either(target.companySizes(), icp.companySizes()),
                either(target.locations(), icp.locations()),
                seniorities);
    }

    private static List<String> either(List<String> campaign, List<String> profile) {
        return campaign.isEmpty() ? profile : campaign;
    }
}
