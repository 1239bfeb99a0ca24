package io.agencyos.application.resource.lending;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of lending, wired by hand; bootstrap and tests hand in the ports. */
public final class LendingUseCases {

    private final LendByPlan lendByPlan;
    private final KeepStock keepStock;
    private final ResourceDesk desk;
    private final ListResources list;
    private final ProvisionNumber numbers;

    public LendingUseCases(LendingPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        LendingNews news = new LendingNews(ports, clock, ids);
        lendByPlan = new LendByPlanService(ports, news, units, clock);
        keepStock = new KeepStockService(ports, news, units, clock, ids);
        desk = new ResourceDeskService(ports, news, units, clock, ids);
        list = new ListResourcesService(ports, units, clock);
        numbers = new ProvisionNumberService(ports, news, units, clock, ids);
    }

    public LendByPlan lendByPlan() {
        return lendByPlan;
    }

    public KeepStock keepStock() {
        return keepStock;
    }

    public ResourceDesk desk() {
        return desk;
    }

    public ProvisionNumber provisionNumber() {
        return numbers;
    }

    public ListResources listResources() {
        return list;
    }
}
