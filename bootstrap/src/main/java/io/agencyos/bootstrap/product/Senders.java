package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.dncr.RegisterFiles;
import io.agencyos.adapters.out.postgres.outreach.PostgresPhoneWashes;
import io.agencyos.adapters.out.postgres.resource.PostgresLentResources;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatConnections;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatTries;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatUsage;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.adapters.out.postgres.resource.PostgresUsedToday;
import io.agencyos.application.campaign.ChooseSenders;
import io.agencyos.application.campaign.ChooseSendersService;
import io.agencyos.application.outreach.calendar.WatchHolidays;
import io.agencyos.application.outreach.linkedin.CountHandWork;
import io.agencyos.application.outreach.linkedin.ReadPosts;
import io.agencyos.application.outreach.linkedin.WithdrawInvitations;
import io.agencyos.application.outreach.wash.PlanWashes;
import io.agencyos.application.outreach.wash.WashPorts;
import io.agencyos.application.outreach.wash.WashUseCases;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.resource.lending.KeepStock;
import io.agencyos.application.resource.lending.LendingPorts;
import io.agencyos.application.resource.lending.LendingUseCases;
import io.agencyos.application.resource.lending.RegisterSenderNames;
import io.agencyos.application.resource.seat.KeepSeats;
import io.agencyos.application.resource.seat.SeatPorts;
import io.agencyos.application.resource.seat.SeatUseCases;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.resource.ResourceBuffer;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What clients send from beside their mailboxes. */
public final class Senders {

    private final SeatUseCases seats;
    private final LendingUseCases lending;
    private final RegisterSenderNames names;
    private final ChooseSenders choice;
    private final Supplier<WithdrawInvitations> withdrawals;
    private final Supplier<CountHandWork> handWork;
    private final Supplier<ReadPosts> posts;
    private final WashUseCases washes;
    private final WatchHolidays holidays;
    private final Product product;

    Senders(Product product) {
        this.product = product;
        Basis basis = product.basis();
        Stores stores = product.stores();
        SeatPorts ports = new SeatPorts(
                new PostgresSeats(),
                new PostgresSeatConnections(),
                new PostgresSeatUsage(),
                new PostgresSeatTries(),
                stores.clients,
                stores.alerts,
                stores.events,
                stores.audit,
                Optional.of(product.channelVendors().seatLinking()),
                client ->
                        product.vendors().hook(client, product.channelVendors().seatVendor()),
                product.outside().publicUrl());
        withdrawals = () -> SeatActs.withdrawals(product);
        handWork = () -> SeatActs.handWork(product);
        posts = () -> SeatActs.posts(product);
        lending = new LendingUseCases(
                new LendingPorts(
                        new PostgresLentResources(basis.ids()),
                        stores.mailboxes,
                        new PostgresUsedToday(),
                        stores.clients,
                        stores.alerts,
                        stores.events,
                        stores.audit,
                        product.channelVendors()::numberShop),
                basis.units(),
                basis.clock(),
                basis.ids());
        names = new RegisterSenderNames(
                product.channelVendors()::senderNames,
                stores.clients,
                stores.audit,
                basis.units(),
                basis.clock(),
                basis.ids());
        choice = new ChooseSendersService(
                new ChooseSendersService.Ports(
                        stores.clients, stores.campaigns, stores.senders, new PostgresUsedToday(), stores.audit),
                basis.units(),
                basis.clock(),
                basis.ids());
        seats = new SeatUseCases(ports, basis.units(), basis.clock(), basis.ids());
        holidays = new WatchHolidays(stores.outreachWorld.holidays(), stores.alerts, basis.units(), basis.clock());
        washes = new WashUseCases(
                new WashPorts(
                        new PostgresPhoneWashes(), new RegisterFiles(), stores.alerts, stores.audit, basis.clock()),
                basis.units(),
                basis.ids());
    }

    public SeatUseCases seats() {
        return seats;
    }

    /** Which of them a campaign uses. */
    public ChooseSenders choice() {
        return choice;
    }

    /** Names for notices to a client's own people. */
    public RegisterSenderNames names() {
        return names;
    }

    public LendingUseCases lending() {
        return lending;
    }

    /** Numbers and the Do Not Call Register. */
    public WashUseCases washes() {
        return washes;
    }

    /** What looks after them every day. */
    List<Flow<?>> flows() {
        return List.of(
                SystemFlows.perClient("linkedin_health", WorkClass.BATCH, null, Set.of(), "keep", this::kept),
                SystemFlows.once("resource_release", "keep", this::stock),
                SystemFlows.once("dncr_rewash", "plan", this::planned),
                product.calling().recordingCleanup());
    }

    /** What has to be there before anybody is called: washes, and holidays for the days to come. */
    private StepResult planned() {
        holidays.look();
        PlanWashes.Round round = washes.plan().plan();
        return new StepResult.Done(
                Counts.done(round.needed(), round.needed()),
                Outcome.count("needed", round.needed())
                        .with("waiting", round.waiting().due())
                        .with("overdue", round.waiting().overdue())
                        .with("missed", round.missed())
                        .with("lost", round.lost()));
    }

    /** What owners of accounts sent by hand today. */
    public int countHandWork(ClientId client) {
        return handWork.get().look(client);
    }

    /** What those write who are about to be written to. */
    public ReadPosts.Round readPosts(ClientId client) {
        return posts.get().read(client);
    }

    private StepResult kept(ClientId client) {
        KeepSeats.Round round = seats.keepSeats().keep(client);
        WithdrawInvitations.Round back = withdrawals.get().withdraw(client);
        int changed = round.warm() + round.limited() + round.ignored() + round.removed() + back.withdrawn();
        return new StepResult.Done(
                Counts.done(changed, changed),
                Outcome.count("warm", round.warm())
                        .with("limited", round.limited())
                        .with("ignored", round.ignored())
                        .with("removed", round.removed())
                        .with("withdrawn", back.withdrawn())
                        .with("failed", back.failed()));
    }

    private StepResult stock() {
        KeepStock.Round round = lending.keepStock().keep();
        int changed = round.rested() + round.warm();
        int toBuy = round.buffers().values().stream()
                .mapToInt(ResourceBuffer::shortfall)
                .sum();
        return new StepResult.Done(
                Counts.done(changed, changed),
                Outcome.count("rested", round.rested())
                        .with("warm", round.warm())
                        .with("to_buy", toBuy));
    }
}
