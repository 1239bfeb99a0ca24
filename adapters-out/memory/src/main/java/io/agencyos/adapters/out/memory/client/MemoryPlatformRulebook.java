package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.content.MemorySpendLedger;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.staff.PlatformRulebook;
import io.agencyos.application.client.staff.PlatformRules;
import io.agencyos.application.client.staff.PlatformRules.Maintenance;
import io.agencyos.application.platform.AlertRecipients;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.platform.AuditRetention;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;

/** The rules in one row; whoever reads one of them elsewhere is told of a change. */
public final class MemoryPlatformRulebook implements PlatformRulebook {

    private static final PlatformRules FIRST = new PlatformRules(
            Money.dollars(500),
            CostFloors.DEFAULT,
            Maintenance.OFF,
            List.of(),
            AuditRetention.USUAL,
            AlertRecipients.NONE,
            0);

    private final MemoryTable<Integer, PlatformRules> rules;
    private final MemoryClients clients;
    private final MemorySpendLedger spending;

    public MemoryPlatformRulebook(MemoryUnitOfWork units, MemoryClients clients, MemorySpendLedger spending) {
        rules = MemoryTable.ofPlatform("platform_setting", units, row -> 0);
        this.clients = clients;
        this.spending = spending;
    }

    @Override
    public PlatformRules read() {
        return rules.find(0).orElse(FIRST);
    }

    @Override
    public PlatformRules write(PlatformRules wanted, UserId by) {
        if (read().version() != wanted.version()) {
            throw new ConcurrentUpdate("platform settings");
        }
        PlatformRules next = new PlatformRules(
                wanted.aiPerDay(),
                wanted.floors(),
                wanted.maintenance(),
                wanted.freeMail(),
                wanted.audit(),
                wanted.alerts(),
                wanted.version() + 1);
        rules.put(next);
        clients.costFloors(next.floors());
        spending.platformCap(AiCost.of(next.aiPerDay()));
        return next;
    }
}
